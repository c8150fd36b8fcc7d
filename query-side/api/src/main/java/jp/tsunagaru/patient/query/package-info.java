/** What can be asked about patients. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.patient.query;
