package jp.tsunagaru.attachment.query;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** Pictures of files uploaded for a post that is not sent yet, for its author. */
public record FindUploads(PatientId patientId, DocumentId documentId) implements PatientScoped {
  @Override
  public Right needs() {
    return Right.WRITE;
  }
}
