package jp.tsunagaru.document.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** Drops the actor's draft. */
public record DiscardDraft(PatientId patientId, DocumentId documentId)
    implements DocumentCommand, PatientScoped {
  @Override
  public Right needs() {
    return Right.WRITE;
  }
}
