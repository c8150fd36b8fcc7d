package jp.tsunagaru.support.query;

import java.time.Instant;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.support.Adoption;
import org.jspecify.annotations.Nullable;

/**
 * One version of a request: what somebody asked, answered or decided.
 *
 * @param adoption of a decision; null otherwise
 */
public record SupportStep(
    long version,
    Kind kind,
    @Nullable Adoption adoption,
    AuthorAsWritten author,
    Profession profession,
    Instant at,
    String text) {

  /** The names are those of {@code view.document_version}. */
  public enum Kind {
    REQUESTED,
    ANSWERED,
    DECLINED,
    DECIDED,
    WITHDRAWN
  }
}
