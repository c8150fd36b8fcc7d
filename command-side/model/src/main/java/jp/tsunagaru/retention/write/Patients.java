package jp.tsunagaru.retention.write;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagaru.patient.PatientId;

/** What decisions of the city need to know of patients. */
interface Patients {
  /** Refuses {@code NOT_FOUND} for none and for one who was erased. */
  void checkKnown(PatientId patientId);

  /** Which of these have ended and are past the last day of their five years. */
  Set<PatientId> disposable(Set<PatientId> patients, LocalDate today);
}
