package jp.tsunagaru.document.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.ArticlePart;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.serialization.Revision;

/**
 * A new version; the former ones remain readable.
 *
 * @param parts what the article holds beside its words; none in events of before
 */
@Revision("1")
public record DocumentRevised(
    DocumentId documentId,
    PatientId patientId,
    long version,
    AccountId authorId,
    FacilityId facilityId,
    Profession profession,
    LocalDate occurredOn,
    Set<String> tags,
    Visibility visibility,
    List<AttachmentId> attachments,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<ArticlePart> parts,
    Personal<WrittenArticle> article,
    Personal<String> reason)
    implements DocumentEvent {
  public DocumentRevised {
    parts = Set.copyOf(Objects.requireNonNullElse(parts, Set.of()));
  }
}
