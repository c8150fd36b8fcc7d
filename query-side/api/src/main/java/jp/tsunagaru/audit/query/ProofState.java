package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param logs one for each stream of events
 */
public record ProofState(List<Log> logs) {
  /**
   * @param log {@code domain} and {@code access}, or {@code server} for both
   * @param signed entries that the last head covers
   * @param signedAt of the last head, null before the first
   * @param alarm code of what keeps it from being signed, empty when all is well
   */
  public record Log(String log, long signed, @Nullable Instant signedAt, String alarm) {}
}
