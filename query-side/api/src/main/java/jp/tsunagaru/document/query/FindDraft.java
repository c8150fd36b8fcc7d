package jp.tsunagaru.document.query;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DraftKind;
import jp.tsunagaru.patient.PatientId;

/** The actor's own newest draft of a kind for a patient. */
public record FindDraft(PatientId patientId, DraftKind kind) implements PatientScoped {
  /** Of an article. */
  public FindDraft(PatientId patientId) {
    this(patientId, DraftKind.ARTICLE);
  }

  @Override
  public Right needs() {
    return Right.WRITE;
  }
}
