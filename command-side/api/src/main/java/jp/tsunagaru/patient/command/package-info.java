/** What can be asked of patients. */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.patient.command;
