package jp.tsunagaru.axon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads single events of a table of the PostgreSQL store by their ids. */
final class EventsByName {
  private final String table;
  private final Serializer serializer;
  private final EventUpcasterChain upcasters;
  private final JdbcClient jdbc;

  EventsByName(String table, Serializer serializer, EventUpcasterChain upcasters, JdbcClient jdbc) {
    this.table = table;
    this.serializer = serializer;
    this.upcasters = upcasters;
    this.jdbc = jdbc;
  }

  /** In order of position. */
  List<? extends EventMessage<?>> read(List<String> eventIds) {
    if (eventIds.isEmpty()) {
      return List.of();
    }
    List<? extends TrackedEventData<?>> rows =
        jdbc.sql(
                "select * from "
                    + table
                    + " where event_identifier = any (?) order by global_index")
            .param(eventIds.toArray(String[]::new))
            .query((rs, row) -> entry(rs))
            .list();
    return EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), serializer, upcasters)
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
}
