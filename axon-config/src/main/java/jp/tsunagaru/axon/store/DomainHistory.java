package jp.tsunagaru.axon.store;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/** Domain events read back one by one from the event store itself. */
public interface DomainHistory {
  /**
   * The events at these places; those that are not there are left out. At most 1,000 at a time.
   *
   * @return in no order
   */
  List<? extends EventMessage<?>> read(List<Place> places);

  /**
   * Where an event stands.
   *
   * @param sequence its number among the events of the aggregate
   */
  record Place(String eventId, String aggregateId, long sequence) {}
}
