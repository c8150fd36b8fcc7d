package jp.tsunagaru.attachment.query;

import java.util.Optional;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/**
 * The way to the bytes of a file or of one of its pictures; decided by the rights of its document
 * and recorded before it is answered.
 *
 * @param address blank for the original, else the address of the rendition
 */
public record FindFile(
    PatientId patientId, DocumentId documentId, AttachmentId attachmentId, String address)
    implements PatientScoped {
  @Override
  public Right needs() {
    return Right.VIEW;
  }

  @Override
  public Optional<AttachmentId> attachmentConcerned() {
    return Optional.of(attachmentId);
  }

  @Override
  public Optional<DocumentId> documentConcerned() {
    return Optional.of(documentId);
  }
}
