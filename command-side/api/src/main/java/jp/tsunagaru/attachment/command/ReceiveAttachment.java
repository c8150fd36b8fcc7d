package jp.tsunagaru.attachment.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileFacts;
import jp.tsunagaru.attachment.FileIntake;
import jp.tsunagaru.attachment.FileKind;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Registers a file that {@link FileIntake} accepted; answers the {@link StoredFile} that counts,
 * which is an earlier one when the same file came twice under the same id.
 */
public record ReceiveAttachment(
    @TargetAggregateIdentifier AttachmentId attachmentId,
    PatientId patientId,
    DocumentId documentId,
    FileKind kind,
    int pages,
    boolean namesAnotherPatient,
    StoredFile file,
    FileFacts facts)
    implements AttachmentCommand, PatientScoped {
  @Override
  public Right needs() {
    return Right.WRITE;
  }
}
