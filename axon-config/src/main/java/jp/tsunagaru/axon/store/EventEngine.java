package jp.tsunagaru.axon.store;

import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/** Aggregates here are small and make no snapshots: none is looked for before each command. */
final class EventEngine extends JdbcEventStorageEngine {
  EventEngine(Builder settings) {
    super(settings);
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
    return Stream.empty();
  }
}
