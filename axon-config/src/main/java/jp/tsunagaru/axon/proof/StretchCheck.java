package jp.tsunagaru.axon.proof;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks at the events of a time only: each is hashed again and compared with its kept leaf, and the
 * kept leaves, 256 at a time, have to lead to the signed root. The order of a log is nearly that of
 * time, so the ends are searched for and some entries more are looked at on both sides.
 */
final class StretchCheck {
  private static final int BATCH = 1_000;
  private static final int SLACK = 1_000;
  private static final long MOST = 1_000_000;
  private static final int BLOCK = 256;
  private static final int NEAR = 20;

  private final String log;
  private final EventEntries events;
  private final JdbcClient jdbc;
  private final SigningKey key;
  private final MerkleTree tree;
  private long entries;
  private long changed;
  private long missing;
  private long unsigned;
  private boolean holds = true;

  StretchCheck(String log, EventEntries events, JdbcClient jdbc, SigningKey key) {
    this.log = log;
    this.events = events;
    this.jdbc = jdbc;
    this.key = key;
    this.tree = new MerkleTree(new JdbcTiles(log, jdbc));
  }

  private record Kept(long position, long index, byte[] leaf) {}

  Proofs.Stretch between(Instant from, Instant to) {
    long size =
        jdbc.sql("select coalesce(max(size), 0) from proof.log where name = ?")
            .param(log)
            .query(Long.class)
            .single();
    Head head = JdbcHeads.last(jdbc, log).orElse(null);
    long first = firstAt(from, size);
    long behind = firstAt(to, size);
    long begin = Math.max(0, first - SLACK);
    long end = Math.min(Math.min(size, behind + SLACK), begin + MOST);
    long block = -1;
    for (long at = begin; at < end; at += BATCH) {
      List<Kept> kept = kept(at, Math.min(end, at + BATCH));
      Map<Long, StoredEntry> stored = stored(kept);
      for (Kept entry : kept) {
        StoredEntry now = stored.get(entry.index());
        if (now == null) {
          boolean within = entry.position() >= first && entry.position() < behind;
          missing += within ? 1 : 0;
        } else if (within(now, from, to)) {
          entries++;
          changed += Arrays.equals(Hashes.leaf(now.encoded()), entry.leaf()) ? 0 : 1;
          if (head == null || entry.position() >= head.size()) {
            unsigned++;
          } else if (entry.position() / BLOCK != block) {
            block = entry.position() / BLOCK;
            holds &= included(entry, head);
          }
        }
      }
    }
    return new Proofs.Stretch(
        log,
        entries,
        changed,
        missing,
        unsigned,
        holds && (head == null || key.signed(head)),
        head == null ? 0 : head.size(),
        head == null ? null : head.at(),
        head == null ? "" : HexFormat.of().formatHex(head.root()),
        end == Math.min(size, behind + SLACK));
  }

  /** One path goes by all kept leaves of its block. */
  private boolean included(Kept entry, Head head) {
    return MerkleTree.includes(
        head.root(),
        head.size(),
        entry.leaf(),
        entry.position(),
        tree.inclusion(entry.position(), head.size()));
  }

  private static boolean within(StoredEntry entry, Instant from, Instant to) {
    Instant at = Instant.parse(entry.time());
    return !at.isBefore(from) && at.isBefore(to);
  }

  /** The first position whose event is not before, by halves. */
  private long firstAt(Instant moment, long size) {
    long from = 0;
    long to = size;
    while (from < to) {
      long half = (from + to) >>> 1;
      Instant at = timeNear(half, to);
      if (at != null && at.isBefore(moment)) {
        from = half + 1;
      } else {
        to = half;
      }
    }
    return from;
  }

  /** Of the entry, or of the next one that is still there. */
  private @Nullable Instant timeNear(long position, long end) {
    List<Kept> kept = kept(position, Math.min(end, position + NEAR));
    return kept.stream()
        .map(entry -> events.stored(List.of(entry.index())).stream().findFirst())
        .flatMap(Optional::stream)
        .findFirst()
        .map(entry -> Instant.parse(entry.time()))
        .orElse(null);
  }

  private Map<Long, StoredEntry> stored(List<Kept> kept) {
    return events.stored(kept.stream().map(Kept::index).toList()).stream()
        .collect(Collectors.toMap(StoredEntry::index, Function.identity()));
  }

  private List<Kept> kept(long from, long to) {
    return jdbc.sql(
            """
            select position, event_index, leaf from proof.entry
            where log = ? and position >= ? and position < ? order by position\
            """)
        .params(log, from, to)
        .query((row, number) -> new Kept(row.getLong(1), row.getLong(2), row.getBytes(3)))
        .list();
  }
}
