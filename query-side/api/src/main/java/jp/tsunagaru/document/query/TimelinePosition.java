package jp.tsunagaru.document.query;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagaru.document.DocumentId;

/** A place in the order of a timeline. */
public record TimelinePosition(LocalDate occurredOn, Instant recordedAt, DocumentId documentId) {}
