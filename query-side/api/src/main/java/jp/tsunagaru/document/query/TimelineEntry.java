package jp.tsunagaru.document.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.support.query.SupportThread;
import org.jspecify.annotations.Nullable;

/**
 * @param patientId the record it belongs to
 * @param editedAt when this version was recorded; equal to {@code recordedAt} for version 1
 * @param readBy how many of {@code readers} other members have been shown this version
 * @param unread whether it is news to the actor
 * @param mayEdit whether the actor may make a new version
 * @param mayDelete whether the actor may delete it
 * @param form of an official form, whose content is not here; null of anything else
 * @param support of a request for support, whose first author, day and question stand above; null
 *     of anything else
 */
public record TimelineEntry(
    PatientId patientId,
    DocumentId documentId,
    long version,
    LocalDate occurredOn,
    Instant recordedAt,
    Instant editedAt,
    AccountId authorId,
    AuthorAsWritten author,
    Profession profession,
    ArticleContent content,
    Set<String> tags,
    Visibility visibility,
    List<AttachmentView> attachments,
    int readBy,
    int readers,
    boolean unread,
    boolean mayEdit,
    boolean mayDelete,
    @Nullable FormMark form,
    @Nullable SupportThread support) {
  static List<TimelineEntry> of(List<TimelineEntry> entries, PatientId patientId) {
    return entries.stream().filter(entry -> entry.patientId().equals(patientId)).toList();
  }

  /** The documents whose content stands in these entries: of a form there is a line only. */
  static Map<DocumentId, Long> contents(List<TimelineEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.form == null)
        .collect(Collectors.toMap(TimelineEntry::documentId, TimelineEntry::version));
  }
}
