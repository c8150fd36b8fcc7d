package jp.tsunagaru.document.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.japanese.Profession;

public record DocumentVersion(
    DocumentId documentId,
    long version,
    Instant recordedAt,
    AuthorAsWritten author,
    Profession profession,
    LocalDate occurredOn,
    ArticleContent content,
    Set<String> tags,
    List<AttachmentView> attachments,
    String reason) {}
