package jp.tsunagaru.retention.query;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.access.Counted;
import jp.tsunagaru.retention.Erased;
import org.jspecify.annotations.Nullable;

/**
 * What was destroyed, when, by whom, on what ground (DL-07). Ids of patients stand for what they
 * name: the names are gone.
 *
 * @param complete whether whole patients were erased
 * @param requestedBy of 完全削除 the first of the two persons, else who received the request
 * @param proven null while the signed log does not hold the closing event yet
 */
public record Certificate(
    String recordId,
    Disposables.Ground ground,
    List<String> patients,
    boolean complete,
    Erased erased,
    String requestedBy,
    String executedBy,
    String facility,
    Instant executedAt,
    String eventId,
    @Nullable Proven proven)
    implements Counted {

  /**
   * @param position of the event that closes the erasure; its events stand before it
   * @param size of the log when it was signed
   * @param root hash over the whole log up to there
   */
  public record Proven(long position, long size, Instant signedAt, String root) {}

  @Override
  public int results() {
    return 1;
  }
}
