package jp.tsunagaru.access.query;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.access.Counted;
import jp.tsunagaru.access.LawfulGround;
import jp.tsunagaru.access.LawfulOpeningId;
import org.jspecify.annotations.Nullable;

/** For the desk of the city. */
public record LawfulOpenings(List<Row> openings) implements Counted {
  public enum State {
    WAITING,
    OPEN,
    OVER,
    /** Ended before the second person had opened it. */
    NOT_OPENED
  }

  /**
   * @param patient the name; blank when it was erased since
   * @param person who may display the record
   * @param mine whether the asker asked for it, so that somebody else has to open it
   * @param openedAt null while it waits
   * @param end null while it waits
   */
  public record Row(
      LawfulOpeningId openingId,
      State state,
      String patient,
      String person,
      String facility,
      LawfulGround ground,
      String explanation,
      int days,
      String requestedBy,
      Instant requestedAt,
      boolean mine,
      String approvedBy,
      @Nullable Instant openedAt,
      @Nullable Instant end) {}

  @Override
  public int results() {
    return openings.size();
  }
}
