package jp.tsunagaru.document.query;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/** The actor's own newest draft for a patient. */
public record FindDraft(PatientId patientId) implements PatientScoped {
  @Override
  public Right needs() {
    return Right.WRITE;
  }
}
