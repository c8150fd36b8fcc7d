package jp.tsunagaru.axon.store;

import java.util.List;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The access history in {@code store.access_event_entry}. */
final class PostgresAccessHistory implements AccessHistory, AccessStream {
  private final EventStorageEngine engine;
  private final StoredEvents events;
  private final TransactionTemplate ownTransaction;
  private final EventsByName byName;

  PostgresAccessHistory(
      EventStorageEngine engine,
      StoredEvents events,
      PlatformTransactionManager transactions,
      EventsByName byName) {
    this.engine = engine;
    this.events = events;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.byName = byName;
  }

  @Override
  public void append(Object event, Origin origin) {
    EventMessage<?> message =
        GenericEventMessage.asEventMessage(event).withMetaData(origin.toMetadata());
    ownTransaction.executeWithoutResult(status -> engine.appendEvents(message));
    events.appended();
  }

  @Override
  public List<StoredAccess> read(List<String> eventIds) {
    return byName.read(eventIds).stream().map(StoredAccessMapper::map).toList();
  }

  @Override
  public StreamableMessageSource<TrackedEventMessage<?>> source() {
    return events;
  }
}
