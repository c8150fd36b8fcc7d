package jp.tsunagaru.consent.write;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagaru.patient.PatientId;

/** When a patient was born, which decides who signs. */
interface BirthLookup {
  /** Empty for who is not registered or can no longer be read. */
  Optional<LocalDate> born(PatientId patientId);
}
