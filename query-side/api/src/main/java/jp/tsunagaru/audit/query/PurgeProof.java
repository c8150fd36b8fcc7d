package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.access.Counted;
import org.jspecify.annotations.Nullable;

/**
 * @param state CONFIRMED, DELETED or PURGED; blank when there is no such document
 * @param keyDestroyedAt null while there is a key, or never was one
 * @param key whether a key exists with which the content could be read
 * @param rows how many rows of the read models still speak of it
 * @param history what happened to it, in order
 * @param proven of the purge, null while no signed head covers it
 */
public record PurgeProof(
    String state,
    @Nullable Instant keyDestroyedAt,
    boolean key,
    int rows,
    List<Event> history,
    RecordProof.@Nullable Inclusion proven)
    implements Counted {
  /**
   * @param code the name of the event
   */
  public record Event(Instant at, String code, String name, String facility, String eventId) {}

  /** Destroyed, and nothing left that could be read. */
  public boolean unreadable() {
    return state.equals("PURGED") && !key && rows == 0;
  }

  @Override
  public int results() {
    return history.size();
  }
}
