package jp.tsunagaru.axon.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One slow round over everything that was signed: each event is hashed again as it is stored now,
 * and the heads of the file have to come out. It needs no more memory than the edge of a tree.
 */
final class Recheck implements AutoCloseable {
  private final String log;
  private final EventEntries events;
  private final JdbcClient jdbc;
  private final BufferedReader heads;
  private final Edge edge = new Edge();
  private byte[] chain = new byte[Hashes.SIZE];
  private @Nullable Head head;

  Recheck(String log, EventEntries events, JdbcClient jdbc, HeadFile file) throws IOException {
    this.log = log;
    this.events = events;
    this.jdbc = jdbc;
    this.heads = file.open();
    this.head = nextHead();
  }

  record Difference(Alarm alarm, long position) {}

  private record Kept(long index, byte[] leaf) {}

  /** Whether the last head has come out. */
  boolean ended() {
    return head == null;
  }

  Optional<Difference> next(int entries) throws IOException {
    Head wanted = head;
    if (wanted == null) {
      return Optional.empty();
    }
    List<Kept> kept =
        jdbc.sql(
                """
                select event_index, leaf from proof.entry
                where log = ? and position >= ? and position < ? order by position\
                """)
            .params(log, edge.size(), edge.size() + entries)
            .query((row, number) -> new Kept(row.getLong(1), row.getBytes(2)))
            .list();
    Map<Long, StoredEntry> stored =
        events.stored(kept.stream().map(Kept::index).toList()).stream()
            .collect(Collectors.toMap(StoredEntry::index, Function.identity()));
    if (kept.isEmpty()) {
      return Optional.of(new Difference(Alarm.SIGNED_DIFFERS, edge.size()));
    }
    for (Kept entry : kept) {
      Optional<Difference> difference = compared(entry, stored.get(entry.index()));
      if (difference.isPresent() || head == null) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<Difference> compared(Kept kept, @Nullable StoredEntry stored)
      throws IOException {
    long position = edge.size();
    if (stored == null) {
      return Optional.of(new Difference(Alarm.EVENT_MISSING, position));
    }
    byte[] leaf = Hashes.leaf(stored.encoded());
    if (!Arrays.equals(leaf, kept.leaf())) {
      return Optional.of(new Difference(Alarm.EVENT_CHANGED, position));
    }
    edge.append(leaf, (level, place, hash) -> {});
    chain = Hashes.link(chain, leaf);
    Head wanted = head;
    if (wanted != null && wanted.size() == edge.size()) {
      if (!Arrays.equals(edge.root(), wanted.root()) || !Arrays.equals(chain, wanted.chain())) {
        return Optional.of(new Difference(Alarm.SIGNED_DIFFERS, wanted.size()));
      }
      head = nextHead();
    }
    return Optional.empty();
  }

  private @Nullable Head nextHead() throws IOException {
    String line = heads.readLine();
    return line == null ? null : Head.read(line);
  }

  @Override
  public void close() throws IOException {
    heads.close();
  }
}
