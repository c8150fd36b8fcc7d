package jp.tsunagaru.patient.query;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.access.Counted;
import jp.tsunagaru.patient.PatientId;

/** Patients of the actor's own list who may be the same person. */
public record SimilarPatients(List<Similar> patients) implements Counted {
  public SimilarPatients {
    patients = List.copyOf(patients);
  }

  /**
   * @param sameNumber whether the 被保険者番号 is the same; else birth and kana are
   */
  public record Similar(
      PatientId patientId, String name, String kana, LocalDate birthDate, boolean sameNumber) {}

  @Override
  public int results() {
    return patients.size();
  }
}
