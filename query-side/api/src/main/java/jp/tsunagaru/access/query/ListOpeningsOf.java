package jp.tsunagaru.access.query;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/**
 * Who reads this record in an emergency, for the page of its team; what was reviewed is left out.
 * It tells nothing about the patient and is not recorded.
 */
public record ListOpeningsOf(PatientId patientId) implements PatientScoped {
  @Override
  public Right needs() {
    return Right.VIEW;
  }

  @Override
  public boolean handsOutContent() {
    return false;
  }
}
