package jp.tsunagaru.axon.store;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.kernel.Origin;

/**
 * The access history: events of reads, refusals and sign-ins in a stream of their own beside the
 * domain events, so that rebuilding a model never wades through them.
 */
public interface AccessHistory {
  /**
   * Stores the event durably before it returns, in a transaction of its own.
   *
   * @throws RuntimeException when it cannot be stored; the caller must then hand out nothing
   */
  void append(Object event, Origin origin);

  /**
   * Reads the named events back from the event store itself, in order of position; ids that are not
   * there are left out. At most 1,000 at a time.
   */
  List<StoredAccess> read(List<String> eventIds);

  record StoredAccess(String eventId, Instant at, Object event, Origin origin) {}
}
