/** Patients (対象者 of the terms, 「患者」 on every screen). */
@org.jspecify.annotations.NullMarked
package jp.tsunagaru.patient;
