package jp.tsunagaru.patient.query;

import jp.tsunagaru.patient.PatientId;

/** Something about a patient changed. */
public record PatientChange(PatientId patientId, Kind kind, String objectId) {
  public enum Kind {
    DOCUMENT,
    FORM,
    ATTACHMENT,
    BASIC_INFO,
    TEAM,
    CONSENT,
    VIEWED
  }
}
