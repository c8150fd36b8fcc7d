package jp.tsunagaru.document.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.japanese.Profession;

/**
 * @param editedAt when this version was recorded; equal to {@code recordedAt} for version 1
 * @param readBy how many of {@code readers} other members have been shown this version
 * @param unread whether it is news to the actor
 * @param mayEdit whether the actor may make a new version
 * @param mayDelete whether the actor may delete it
 */
public record TimelineEntry(
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
    boolean mayDelete) {}
