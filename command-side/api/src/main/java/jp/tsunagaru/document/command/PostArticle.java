package jp.tsunagaru.document.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.kernel.Creates;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Posts a free article. Refuses {@code FUTURE_DATE} when 記載日 is later than tomorrow (DC-11), {@code
 * FIELD_REQUIRED} when it has neither text nor fields nor attachment, {@code ATTACHMENT_UNKNOWN}.
 * The same id posted twice with the same author counts once.
 */
public record PostArticle(
    @TargetAggregateIdentifier DocumentId documentId,
    PatientId patientId,
    LocalDate occurredOn,
    ArticleContent content,
    Set<String> tags,
    Visibility visibility,
    List<AttachmentId> attachments)
    implements DocumentCommand, PatientScoped, Creates {
  public PostArticle {
    content = content.checked();
    tags = Set.copyOf(tags);
    attachments = List.copyOf(attachments);
    Check.that(
        !content.saysNothing() || !attachments.isEmpty(), RefusalCode.FIELD_REQUIRED, "text");
  }

  @Override
  public Right needs() {
    return Right.WRITE;
  }

  @Override
  public String createdId() {
    return documentId.value();
  }
}
