package jp.tsunagaru.attachment.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/**
 * Asks before the first byte of a file is accepted whether the actor may add it to the document;
 * nothing is recorded. Refuses {@code FILE_TOO_MANY}, {@code FILE_QUOTA_PERSON}, {@code
 * FILE_QUOTA_FACILITY}, {@code DOCUMENT_STATE} and, for a document of another facility, {@code
 * NOT_FOUND}.
 */
public record AnnounceUpload(PatientId patientId, DocumentId documentId)
    implements AttachmentCommand, PatientScoped {
  @Override
  public Right needs() {
    return Right.WRITE;
  }
}
