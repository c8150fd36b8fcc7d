package jp.tsunagaru.document.write;

import jp.tsunagaru.patient.PatientId;

/** Whether the city keeps what belongs to a patient from being destroyed (DL-10). */
public interface PurgeHolds {
  /** Refuses {@code DELETION_HELD} while a hold is in force. */
  void check(PatientId patientId);
}
