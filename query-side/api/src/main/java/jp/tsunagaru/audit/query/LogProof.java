package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.access.Counted;
import org.jspecify.annotations.Nullable;

/**
 * @param logs one for each stream of events
 */
public record LogProof(List<Log> logs) implements Counted {
  /**
   * @param log {@code domain} and {@code access}, or {@code server} for both
   * @param changed not as they were when they were signed
   * @param missing signed, but not there
   * @param unsigned not covered by a signature yet
   * @param holds whether everything leads to the signed root
   * @param complete false when there were more than are looked at together
   * @param alarm code of what keeps the log from being signed, empty when nothing does
   */
  public record Log(
      String log,
      long entries,
      long changed,
      long missing,
      long unsigned,
      boolean holds,
      long size,
      @Nullable Instant signedAt,
      String root,
      boolean complete,
      String alarm) {
    public boolean unaltered() {
      return changed == 0 && missing == 0 && holds && complete && alarm.isEmpty();
    }
  }

  @Override
  public int results() {
    return logs.size();
  }
}
