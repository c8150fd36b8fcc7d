package jp.tsunagaru.axon.store;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The access history in an Axon Server. Each access is a stream of one event whose aggregate id is
 * the event's own id, so that it can be read back by that id.
 */
final class AxonServerAccessHistory implements AccessHistory, AccessStream {
  static final String TYPE = "Access";

  private final EventStore store;

  AxonServerAccessHistory(EventStore store) {
    this.store = store;
  }

  @Override
  public void append(Object event, Origin origin) {
    EventMessage<Object> fresh = new GenericDomainEventMessage<>(TYPE, "", 0, event);
    EventMessage<Object> access =
        new GenericDomainEventMessage<>(
            TYPE,
            fresh.getIdentifier(),
            0,
            event,
            MetaData.from(origin.toMetadata()),
            fresh.getIdentifier(),
            fresh.getTimestamp());
    // Inside a unit of work the event would wait for its commit; it has to be durable now.
    Deque<UnitOfWork<?>> outer = new ArrayDeque<>();
    while (CurrentUnitOfWork.isStarted()) {
      outer.push(CurrentUnitOfWork.get());
      CurrentUnitOfWork.clear(outer.element());
    }
    try {
      store.publish(access);
    } finally {
      outer.forEach(CurrentUnitOfWork::set);
    }
  }

  @Override
  public List<StoredAccess> read(List<String> eventIds) {
    return eventIds.stream()
        .flatMap(this::readOne)
        .sorted(Comparator.comparing(StoredAccess::at))
        .toList();
  }

  private Stream<StoredAccess> readOne(String eventId) {
    return store.readEvents(eventId, 0).asStream().map(StoredAccessMapper::map);
  }

  @Override
  public StreamableMessageSource<TrackedEventMessage<?>> source() {
    return store;
  }
}
