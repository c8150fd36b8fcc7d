package jp.tsunagaru.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jp.tsunagaru.kernel.Origin;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Puts events straight into the store's tables, written by the real serializer. */
final class EventRows implements AutoCloseable {
  private static final int FLUSH = 2_000;

  private final Connection connection;
  private final PreparedStatement insert;
  private final Serializer serializer;
  private final Map<Origin, byte[]> metadata = new HashMap<>();
  private int waiting;
  private long count;

  EventRows(DataSource dataSource, Serializer serializer, String table) throws SQLException {
    this.connection = dataSource.getConnection();
    this.connection.setAutoCommit(false);
    this.serializer = serializer;
    this.insert =
        connection.prepareStatement(
            """
            insert into %s (event_identifier, aggregate_identifier, sequence_number, type,
              payload_type, payload, meta_data, time_stamp) values (?, ?, ?, ?, ?, ?, ?, ?)\
            """
                .formatted(table));
  }

  void add(String type, String aggregate, long sequence, Object event, Origin origin, Instant at)
      throws SQLException {
    SerializedObject<byte[]> payload = serializer.serialize(event, byte[].class);
    byte[] by =
        metadata.computeIfAbsent(
            origin,
            who -> serializer.serialize(MetaData.from(who.toMetadata()), byte[].class).getData());
    insert.setString(1, UUID.randomUUID().toString());
    insert.setString(2, aggregate);
    insert.setLong(3, sequence);
    insert.setString(4, type);
    insert.setString(5, payload.getType().getName());
    insert.setBytes(6, payload.getData());
    insert.setBytes(7, by);
    insert.setString(8, DateTimeUtils.formatInstant(at));
    insert.addBatch();
    count++;
    if (++waiting == FLUSH) {
      flush();
    }
  }

  long count() {
    return count;
  }

  private void flush() throws SQLException {
    insert.executeBatch();
    connection.commit();
    waiting = 0;
  }

  @Override
  public void close() throws SQLException {
    flush();
    insert.close();
    connection.setAutoCommit(true);
    connection.close();
  }
}
