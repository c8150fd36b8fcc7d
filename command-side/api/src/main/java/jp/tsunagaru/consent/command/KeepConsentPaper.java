package jp.tsunagaru.consent.command;

import java.util.List;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Keeps the signed sheet of 様式第2 with the consent (PT-04): its scan, a photograph or a picture of
 * the signature, and where the paper lies. Refuses {@code CONSENT_MISSING} before a consent is
 * recorded, {@code ATTACHMENT_UNKNOWN} for files that were not received for {@code documentId}.
 *
 * @param documentId of the sheet; its files were uploaded under it
 * @param location where the paper is kept, or blank; not both this and {@code files} may be missing
 */
public record KeepConsentPaper(
    @TargetAggregateIdentifier DocumentId documentId,
    PatientId patientId,
    List<AttachmentId> files,
    String location)
    implements ConsentCommand, PatientScoped {
  public KeepConsentPaper {
    files = List.copyOf(files);
    location = Check.text("paperLocation", location, 120);
    Check.that(
        !files.isEmpty() || !location.isEmpty(), RefusalCode.FIELD_REQUIRED, "paperLocation");
  }

  @Override
  public Right needs() {
    return Right.EDIT_BASIC;
  }
}
