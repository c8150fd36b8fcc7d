package jp.tsunagaru.axon.proof;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one stream of an Axon Server. Its positions have no gaps and nothing enters it late, so the
 * log follows it position by position.
 */
final class ServerEntries implements EventEntries, AutoCloseable {
  private static final int BUFFER = 2_000;
  private static final Duration QUIET = Duration.ofMillis(200);
  private static final Duration MORE = Duration.ofMillis(20);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final long BEFORE_ALL = -1;

  private final String log;
  private final JdbcClient jdbc;
  private final Supplier<EventChannel> channel;
  private @Nullable EventStream stream;
  private long read;

  ServerEntries(String log, JdbcClient jdbc, Supplier<EventChannel> channel) {
    this.log = log;
    this.jdbc = jdbc;
    this.channel = channel;
  }

  @Override
  public List<StoredEntry> next(int limit) {
    long after =
        jdbc.sql("select coalesce(max(event_index), -1) from proof.entry where log = ?")
            .param(log)
            .query(Long.class)
            .single();
    EventStream events = following(after);
    List<StoredEntry> entries = new ArrayList<>();
    try {
      @Nullable EventWithToken event = available(events, QUIET);
      while (event != null) {
        if (read != BEFORE_ALL && event.getToken() != read + 1) {
          throw new IllegalStateException("the Axon Server left out an event of its stream");
        }
        read = event.getToken();
        entries.add(entry(log, event));
        event = entries.size() == limit ? null : available(events, MORE);
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    return entries;
  }

  private EventStream following(long after) {
    EventStream open = stream;
    if (open == null || open.isClosed() || read != after) {
      close();
      open = channel.get().openStream(after, BUFFER);
      stream = open;
      read = after;
    }
    return open;
  }

  private static @Nullable EventWithToken available(EventStream events, Duration patience) {
    try {
      @Nullable EventWithToken event =
          events.nextIfAvailable(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (event == null && events.getError().isPresent()) {
        throw new IllegalStateException("the Axon Server stopped sending events");
      }
      return event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while reading events", e);
    }
  }

  @Override
  public void taken(List<StoredEntry> entries) {
    // The server keeps its positions: there is no note to take away.
  }

  @Override
  public List<StoredEntry> stored(List<Long> indexes) {
    List<StoredEntry> found = new ArrayList<>();
    if (indexes.isEmpty()) {
      return found;
    }
    TreeSet<Long> wanted = new TreeSet<>(indexes);
    try (EventStream events = channel.get().openStream(wanted.first() - 1, BUFFER)) {
      long at = BEFORE_ALL;
      while (at < wanted.last()) {
        @Nullable EventWithToken event = available(events, ANSWER);
        if (event == null) {
          // It has come to its end: what was asked for is not there.
          return found;
        }
        at = event.getToken();
        if (wanted.contains(at)) {
          found.add(entry(log, event));
        }
      }
    }
    return found;
  }

  @Override
  public OptionalLong vanished() {
    return OptionalLong.empty();
  }

  @Override
  public Overlooked overlooked(long after, int range) {
    return new Overlooked(OptionalLong.empty(), 0);
  }

  @Override
  public boolean foundById() {
    return true;
  }

  @Override
  public void close() {
    if (stream != null) {
      stream.close();
      stream = null;
    }
  }

  private static StoredEntry entry(String log, EventWithToken stored) {
    Event event = stored.getEvent();
    return new StoredEntry(
        log,
        stored.getToken(),
        event.getMessageIdentifier(),
        event.getAggregateType().isEmpty() ? null : event.getAggregateType(),
        event.getAggregateIdentifier(),
        event.getAggregateSequenceNumber(),
        Instant.ofEpochMilli(event.getTimestamp()).toString(),
        event.getPayload().getType(),
        event.getPayload().getRevision().isEmpty() ? null : event.getPayload().getRevision(),
        event.getPayload().getData().toByteArray(),
        metadata(event.getMetaDataMap()));
  }

  /** A map has no order of its own on the wire: by name, each value behind what it is. */
  private static byte[] metadata(Map<String, MetaDataValue> values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Map.Entry<String, MetaDataValue> named : new TreeMap<>(values).entrySet()) {
        write(out, named.getKey().getBytes(StandardCharsets.UTF_8));
        MetaDataValue value = named.getValue();
        out.writeByte(value.getDataCase().getNumber());
        switch (value.getDataCase()) {
          case TEXT_VALUE -> write(out, value.getTextValue().getBytes(StandardCharsets.UTF_8));
          case NUMBER_VALUE -> out.writeLong(value.getNumberValue());
          case BOOLEAN_VALUE -> out.writeBoolean(value.getBooleanValue());
          case DOUBLE_VALUE -> out.writeDouble(value.getDoubleValue());
          case BYTES_VALUE -> {
            write(out, value.getBytesValue().getType().getBytes(StandardCharsets.UTF_8));
            write(out, value.getBytesValue().getRevision().getBytes(StandardCharsets.UTF_8));
            write(out, value.getBytesValue().getData().toByteArray());
          }
          case DATA_NOT_SET -> {}
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
