package jp.tsunagaru.axon.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.postgresql.PGStatement;

/** Reads a stream of the PostgreSQL store from its beginning, page by page. */
final class EventPages {
  /** As stored; opened by whoever handles it. */
  record Row(long position, String aggregate, TrackedDomainEventData<byte[]> data) {}

  private final String table;
  private final Serializer serializer;
  private final EventUpcasterChain upcasters;

  EventPages(String table, Serializer serializer, EventUpcasterChain upcasters) {
    this.table = table;
    this.serializer = serializer;
    this.upcasters = upcasters;
  }

  /**
   * The position up to which everything is decided. Who appends holds a lock on the table from
   * before taking a position until the commit; a moment alone with the table therefore means that
   * no event can appear below the highest position seen. A plain look at the head would pass over
   * transactions that are still under way.
   */
  long settled(Connection connection) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute("lock table " + table + " in share mode");
      try (ResultSet rows =
          statement.executeQuery("select coalesce(max(global_index), -1) from " + table)) {
        rows.next();
        return rows.getLong(1);
      }
    } finally {
      connection.rollback();
    }
  }

  /**
   * The events of these types behind one position, up to another, in their order; all types when
   * empty.
   */
  List<Row> between(Connection connection, Set<String> types, long after, long to)
      throws SQLException {
    String ofTypes = types.isEmpty() ? "" : " and payload_type = any (?)";
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select global_index, event_identifier, aggregate_identifier, sequence_number, type,
                   payload_type, payload_revision, payload, meta_data, time_stamp
              from %s where global_index > ? and global_index <= ?%s\
            """
                .formatted(table, ofTypes))) {
      // Bytes then arrive as bytes from the first page on, not as text.
      query.unwrap(PGStatement.class).setPrepareThreshold(1);
      query.setLong(1, after);
      query.setLong(2, to);
      if (!types.isEmpty()) {
        query.setArray(3, connection.createArrayOf("text", types.toArray()));
      }
      List<Row> rows = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          rows.add(row(result));
        }
      }
      // They lie nearly in order: less work here than a sort that takes the payloads along.
      rows.sort(Comparator.comparingLong(Row::position));
      return rows;
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    long position = row.getLong(1);
    String aggregate = row.getString(3);
    return new Row(
        position,
        aggregate,
        new TrackedDomainEventData<>(
            GapAwareTrackingToken.newInstance(position, List.of()),
            new GenericDomainEventEntry<>(
                row.getString(5),
                aggregate,
                row.getLong(4),
                row.getString(2),
                time(row.getString(10)),
                row.getString(6),
                row.getString(7),
                row.getBytes(8),
                row.getBytes(9))));
  }

  /** As the store writes it, to the millisecond; in any other form the general parser takes it. */
  static Instant time(String text) {
    if (text.length() != "2026-11-30T01:02:03.456Z".length()
        || text.charAt(19) != '.'
        || text.charAt(23) != 'Z') {
      return DateTimeUtils.parseInstant(text);
    }
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            1_000_000 * number(text, 20, 23))
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  List<? extends EventMessage<?>> opened(List<Row> rows) {
    return EventUtils.upcastAndDeserializeTrackedEvents(
            rows.stream().map(Row::data), serializer, upcasters)
        .toList();
  }
}
