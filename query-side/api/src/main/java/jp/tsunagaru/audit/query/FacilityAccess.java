package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.access.Counted;
import jp.tsunagaru.document.query.Moment;
import org.jspecify.annotations.Nullable;

/**
 * @param more whether older ones follow
 */
public record FacilityAccess(List<Row> rows, boolean more) implements Counted {

  /**
   * Patients and documents are ids and numbers: an administrator has no clinical access.
   *
   * @param results how many rows were found or handed out, -1 where nothing counts them
   * @param emergency whether the record had been opened in an emergency (C-24)
   * @param lookedAt the moment of the past that was shown; null for the present
   */
  public record Row(
      AccessCursor cursor,
      String accountId,
      String actor,
      String profession,
      AccessKind kind,
      String action,
      String patientId,
      int documents,
      int results,
      String result,
      boolean emergency,
      String address,
      @Nullable Moment lookedAt) {
    public Instant at() {
      return cursor.at();
    }
  }

  @Override
  public int results() {
    return rows.size();
  }
}
