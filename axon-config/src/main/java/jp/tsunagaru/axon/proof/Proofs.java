package jp.tsunagaru.axon.proof;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

  /** The same for an event that is no access. */
  Optional<Inclusion> ofDomain(String eventId);

  /**
   * Single events with all that is needed to check them without the rest of the log: the verifier
   * takes the files as they are.
   *
   * @param eventIds of any log; at most 10,000
   */
  Evidence evidence(Collection<String> eventIds);

  /**
   * Every event of a time, hashed again as it is stored now and held against the signed root, one
   * for each log. It takes a second for some ten thousand events.
   */
  List<Stretch> between(Instant from, Instant to);

  /** The last heads of all logs as they were signed, one line each. */
  List<String> headLines();

  /**
   * What was found of the events of a time.
   *
   * @param entries that are stored
   * @param changed stored, but not as they were when they entered the log
   * @param missing in the log, but not stored
   * @param unsigned that no head covers yet
   * @param holds whether the leaves that were compared lead to the signed root
   * @param size of the log at the last head, 0 before the first
   * @param complete false when there were more events than are looked at together
   */
  record Stretch(
      String log,
      long entries,
      long changed,
      long missing,
      long unsigned,
      boolean holds,
      long size,
      @Nullable Instant signedAt,
      String root,
      boolean complete) {}

  /**
   * @param files content by name
   * @param notSigned events that no head covers yet, or that are not stored
   */
  record Evidence(Map<String, byte[]> files, List<String> notSigned) {}

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
