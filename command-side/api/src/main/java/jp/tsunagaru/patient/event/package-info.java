/** What happened to patients. Stored contracts: never rename. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.patient.event;
