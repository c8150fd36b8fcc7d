package jp.tsunagaru.document.query;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.support.query.SupportThread;
import org.jspecify.annotations.Nullable;

/**
 * An article as it stood at a moment.
 *
 * @param recordedAt when its first version was registered
 * @param content the version of that moment; null unless {@code READABLE}
 * @param support of a request for support, as far as it had come; null of anything else
 * @param newestVersion today's number; 0 unless {@code READABLE}
 */
public record PastArticle(
    DocumentId documentId,
    LocalDate occurredOn,
    Instant recordedAt,
    State state,
    @Nullable DocumentVersion content,
    @Nullable SupportThread support,
    long newestVersion) {

  /** What became of it: DELETED can be restored, ERASED (消去済み) cannot be read by anybody. */
  public enum State {
    READABLE,
    DELETED,
    ERASED
  }
}
