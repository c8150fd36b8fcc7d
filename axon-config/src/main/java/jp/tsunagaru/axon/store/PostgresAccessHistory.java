package jp.tsunagaru.axon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The access history in {@code store.access_event_entry}. */
final class PostgresAccessHistory implements AccessHistory, AccessStream {
  private final EventStorageEngine engine;
  private final StoredEvents events;
  private final TransactionTemplate ownTransaction;
  private final Serializer serializer;
  private final EventUpcasterChain upcasters;
  private final JdbcClient jdbc;

  PostgresAccessHistory(
      EventStorageEngine engine,
      StoredEvents events,
      PlatformTransactionManager transactions,
      Serializer serializer,
      EventUpcasterChain upcasters,
      JdbcClient jdbc) {
    this.engine = engine;
    this.events = events;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.serializer = serializer;
    this.upcasters = upcasters;
    this.jdbc = jdbc;
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
    if (eventIds.isEmpty()) {
      return List.of();
    }
    List<? extends TrackedEventData<?>> rows =
        jdbc.sql(
                """
                select * from store.access_event_entry
                where event_identifier = any (?) order by global_index\
                """)
            .param(eventIds.toArray(String[]::new))
            .query((rs, row) -> entry(rs))
            .list();
    return EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), serializer, upcasters)
        .map(StoredAccessMapper::map)
        .toList();
  }

  private static TrackedEventData<?> entry(ResultSet rs) throws SQLException {
    return new TrackedDomainEventData<>(
        new GlobalSequenceTrackingToken(rs.getLong("global_index")),
        new GenericDomainEventEntry<>(
            rs.getString("type"),
            rs.getString("aggregate_identifier"),
            rs.getLong("sequence_number"),
            rs.getString("event_identifier"),
            rs.getString("time_stamp"),
            rs.getString("payload_type"),
            rs.getString("payload_revision"),
            rs.getBytes("payload"),
            rs.getBytes("meta_data")));
  }

  @Override
  public StreamableMessageSource<TrackedEventMessage<?>> source() {
    return events;
  }
}
