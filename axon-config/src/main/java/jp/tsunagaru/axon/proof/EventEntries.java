package jp.tsunagaru.axon.proof;

import java.util.List;
import java.util.OptionalLong;

/** The stored events of one log, as bytes. */
interface EventEntries {
  /** Events that are not in the log yet, in the order in which they are to enter it. */
  List<StoredEntry> next(int limit);

  /** To be called in the transaction that enters them into the log. */
  void taken(List<StoredEntry> entries);

  /** Those of the given events that are stored, in order of their index. */
  List<StoredEntry> stored(List<Long> indexes);

  /** An event that was announced to the log and is not stored, or was in the log already. */
  OptionalLong vanished();

  /** The first event behind this index that neither is in the log nor announced to it. */
  Overlooked overlooked(long after, int range);

  /** Whether the store finds no event by its id, so that the log has to. */
  default boolean foundById() {
    return false;
  }

  /**
   * @param index of the overlooked event, empty when there is none
   * @param last the index up to which was looked, 0 at the end
   */
  record Overlooked(OptionalLong index, long last) {}
}
