package jp.tsunagaru.axon.proof;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the proof over all stored events says to people. */
public interface Proofs {
  /** One for each log. */
  List<LogState> states();

  /**
   * That this event of the access history is in the signed log, checked anew; empty when not yet.
   */
  Optional<Inclusion> ofAccess(String eventId);

  /**
   * @param signedAt of the last head, null before the first
   * @param alarm code of what keeps it from signing, empty when nothing does
   */
  record LogState(String log, long signed, @Nullable Instant signedAt, String alarm) {}

  /**
   * @param position in the log, from 0
   * @param size of the log when it was signed
   * @param leaf hash of the event as it is stored now
   * @param path hashes from the leaf to the root
   * @param holds whether leaf, path, root and signature fit together
   */
  record Inclusion(
      long position,
      long size,
      Instant signedAt,
      String leaf,
      List<String> path,
      String root,
      boolean holds) {}
}
