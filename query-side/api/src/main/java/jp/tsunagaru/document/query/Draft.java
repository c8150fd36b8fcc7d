package jp.tsunagaru.document.query;

import java.time.Instant;
import jp.tsunagaru.document.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * @param draft as saved, blank when there is none
 */
public record Draft(@Nullable DocumentId documentId, String draft, @Nullable Instant savedAt) {}
