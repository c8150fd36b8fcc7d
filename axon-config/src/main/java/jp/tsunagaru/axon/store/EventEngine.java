package jp.tsunagaru.axon.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagaru.axon.database.Creation;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * Aggregates here are small and make no snapshots: none is looked for before each command. What a
 * {@link Creation} creates has no stream to be read, and its event travels with the rest of it.
 */
final class EventEngine extends GapKeepingEngine {
  private static final String TAKEN = "23505";

  private final String append;

  EventEngine(Builder settings, String table, TransactionManager transactions) {
    super(settings, table, transactions);
    this.append =
        "insert into "
            + table
            + " (event_identifier, aggregate_identifier, sequence_number, type, payload_type,"
            + " payload_revision, payload, meta_data, time_stamp)"
            + " values (?, ?, 0, ?, ?, nullif(?, ''), ?, ?, ?)";
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
    return Stream.empty();
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
    Optional<Creation> creation = Creation.of(aggregateIdentifier);
    if (creation.isEmpty()) {
      return super.readEvents(aggregateIdentifier, firstSequenceNumber);
    }
    creation.get().passOverStream();
    return DomainEventStream.empty();
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    Optional<Creation> creation =
        events.size() == 1
                && events.getFirst() instanceof DomainEventMessage<?> first
                && first.getSequenceNumber() == 0
            ? Creation.of(first.getAggregateIdentifier())
            : Optional.empty();
    if (creation.isEmpty() || !CurrentUnitOfWork.isStarted()) {
      super.appendEvents(events, serializer);
      return;
    }
    add(creation.get(), (DomainEventMessage<?>) events.getFirst(), serializer);
    CurrentUnitOfWork.get()
        .root()
        .onPrepareCommit(prepared -> send(creation.get(), events.getFirst()));
  }

  /** An id or a place in a stream that another has taken is a conflict, also of the first event. */
  @Override
  protected void handlePersistenceException(Exception failure, EventMessage<?> event) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && TAKEN.equals(sql.getSQLState())) {
        throw new ConcurrencyException("stored by somebody else before", failure);
      }
    }
    super.handlePersistenceException(failure, event);
  }

  private void add(Creation creation, DomainEventMessage<?> event, Serializer serializer) {
    SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
    SerializedObject<byte[]> metaData = event.serializeMetaData(serializer, byte[].class);
    String revision = payload.getType().getRevision();
    creation.add(
        append,
        event.getIdentifier(),
        event.getAggregateIdentifier(),
        event.getType(),
        payload.getType().getName(),
        revision == null ? "" : revision,
        payload.getData(),
        metaData.getData(),
        DateTimeUtils.formatInstant(event.getTimestamp()));
  }

  private void send(Creation creation, EventMessage<?> event) {
    Connection connection = getConnection();
    try {
      creation.send(connection);
    } catch (SQLException e) {
      handlePersistenceException(e, event);
    } finally {
      JdbcUtils.closeQuietly(connection);
    }
  }
}
