/** The list of patients, its search, and the head of a patient's page. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.patient.read;
