package jp.tsunagaru.support.query;

import java.time.LocalDate;
import jp.tsunagaru.document.DocumentId;

/**
 * A document that was sent along.
 *
 * @param line its first words, or the title of a form
 * @param files how many files it has
 */
public record SupportReference(
    DocumentId documentId, LocalDate occurredOn, String author, String line, int files) {}
