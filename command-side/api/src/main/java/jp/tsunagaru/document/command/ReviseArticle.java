package jp.tsunagaru.document.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes a new version. Only the author, or somebody of the author's facility with the right
 * (DC-03). Refuses {@code CONFLICT} with {@code version} when {@code expectedVersion} is not the
 * newest.
 */
public record ReviseArticle(
    @TargetAggregateIdentifier DocumentId documentId,
    PatientId patientId,
    long expectedVersion,
    LocalDate occurredOn,
    ArticleContent content,
    Set<String> tags,
    Visibility visibility,
    List<AttachmentId> attachments,
    String reason)
    implements DocumentCommand, PatientScoped {
  public ReviseArticle {
    content = content.checked();
    tags = Set.copyOf(tags);
    attachments = List.copyOf(attachments);
    reason = Check.text("reason", reason, 200);
    Check.that(
        !content.saysNothing() || !attachments.isEmpty(), RefusalCode.FIELD_REQUIRED, "text");
  }

  @Override
  public Right needs() {
    return Right.EDIT;
  }

  @Override
  public Optional<DocumentId> documentConcerned() {
    return Optional.of(documentId);
  }
}
