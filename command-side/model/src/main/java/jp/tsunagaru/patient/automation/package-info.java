/** What happens to registrations by itself. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.patient.automation;
