package jp.tsunagaru.retention.query;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.japanese.Profession;

/**
 * @param team who is concerned, each once
 * @param drafts of all members, never posted
 * @param documents that the actor may name one by one; for {@link ClosingKind#DELETE} only
 */
public record ClosingEffect(
    List<Concerned> team, int articles, int forms, int files, int drafts, List<Named> documents) {

  public record Concerned(String name, Profession profession, String facility) {}

  /** A document by its date and author; nothing of its content. */
  public record Named(DocumentId documentId, LocalDate occurredOn, String author, boolean form) {}
}
