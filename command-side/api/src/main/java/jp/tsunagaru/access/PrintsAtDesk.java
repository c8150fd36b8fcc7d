package jp.tsunagaru.access;

import jp.tsunagaru.patient.PatientId;

/**
 * A query whose answer about a patient goes on paper at the desk of an office that has no access to
 * the record itself, because the person asked for it (M6). Recorded as a print of the patient, with
 * the request in words. What it may tell is the business of its handler: never content.
 */
public interface PrintsAtDesk {
  PatientId patientId();

  PrintReason reason();
}
