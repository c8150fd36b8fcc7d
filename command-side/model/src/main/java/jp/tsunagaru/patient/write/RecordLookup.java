package jp.tsunagaru.patient.write;

import jp.tsunagaru.patient.PatientId;

/** What decisions about a whole record need to know of it and of others. */
interface RecordLookup {
  enum Place {
    UNDER_ANOTHER,
    ABOVE_ANOTHER
  }

  boolean shared(PatientId patientId);

  boolean provisional(PatientId patientId);

  boolean stands(PatientId patientId, Place place);
}
