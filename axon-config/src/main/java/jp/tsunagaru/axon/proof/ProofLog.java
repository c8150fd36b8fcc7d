package jp.tsunagaru.axon.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One log: takes stored events in, signs how far it is, and looks again at what it signed. All of
 * it is in the tables of {@code proof} and the file of heads; a new instance goes on from there.
 * One thread at a time.
 */
final class ProofLog {
  private static final Logger LOG = LoggerFactory.getLogger(ProofLog.class);
  private static final int BATCH = 1_000;

  /** Beyond this a head goes without leaf hashes: it is the first with a new key. */
  private static final int MOST_LEAVES = 100_000;

  private final String name;
  private final EventEntries events;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SigningKey key;
  private final HeadFile file;
  private final Clock clock;
  private final Duration interval;
  private final MerkleTree tree;

  private Edge edge = new Edge();
  private byte[] chain = new byte[Hashes.SIZE];
  private @Nullable Head last;
  private @Nullable Recheck recheck;
  private long lookedForOverlooked;
  private boolean behind;
  private volatile boolean open;
  private volatile @Nullable Alarm alarm;

  ProofLog(
      String name,
      EventEntries events,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      SigningKey key,
      HeadFile file,
      Clock clock,
      Duration interval) {
    this.name = name;
    this.events = events;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.key = key;
    this.file = file;
    this.clock = clock;
    this.interval = interval;
    this.tree = new MerkleTree(new JdbcTiles(name, jdbc));
  }

  String name() {
    return name;
  }

  Optional<Alarm> alarm() {
    return Optional.ofNullable(alarm);
  }

  private record State(long size, byte[] chain, @Nullable Alarm alarm) {}

  /** Goes on where the tables and the file of heads stopped. */
  void open() throws IOException {
    jdbc.sql("insert into proof.log (name, size, chain) values (?, 0, ?) on conflict do nothing")
        .params(name, new byte[Hashes.SIZE])
        .update();
    State state =
        jdbc.sql("select size, chain, alarm from proof.log where name = ?")
            .param(name)
            .query((row, number) -> {
              String told = row.getString(3);
              return new State(
                  row.getLong(1), row.getBytes(2), told == null ? null : Alarm.valueOf(told));
            })
            .single();
    alarm = state.alarm();
    chain = state.chain();
    recheck = null;
    try {
      edge = tree.edge(state.size());
      reconcileHeads();
    } catch (IncompleteLogException e) {
      raise(Alarm.SIGNED_DIFFERS, state.size());
    }
    open = true;
  }

  /** A head goes into the table first: what the file does not have yet is written again. */
  private void reconcileHeads() throws IOException {
    Head inFile = file.last().orElse(null);
    if (inFile == null && JdbcHeads.last(jdbc, name).isPresent()) {
      LOG.warn("The file of signed heads of the log {} was away and is written again", name);
    }
    if (inFile != null && !agrees(inFile)) {
      last = inFile;
      raise(Alarm.SIGNED_DIFFERS, inFile.size());
      return;
    }
    last = inFile;
    for (Head head : JdbcHeads.after(jdbc, name, inFile == null ? 0 : inFile.size())) {
      if (!key.signed(head) || !agrees(head)) {
        raise(Alarm.SIGNED_DIFFERS, head.size());
        return;
      }
      write(head);
      last = head;
    }
  }

  private boolean agrees(Head head) {
    if (!key.signed(head)
        || head.size() > edge.size()
        || !Arrays.equals(tree.root(head.size()), head.root())) {
      return false;
    }
    Optional<Head> kept = JdbcHeads.with(jdbc, name, head.size());
    return kept.isPresent() && kept.get().same(head);
  }

  /** Takes in the next events, not more than up to the next head. */
  int append() {
    long unsigned = edge.size() - (last == null ? 0 : last.size());
    int most = unsigned < BATCH ? (int) (BATCH - unsigned) : BATCH;
    Edge grown = edge.copy();
    byte[][] link = {chain};
    Integer taken =
        transaction.execute(status -> {
          List<StoredEntry> entries = events.next(most);
          if (!entries.isEmpty()) {
            enter(entries, grown, link);
          }
          return entries.size();
        });
    edge = grown;
    chain = link[0];
    behind = taken != null && taken == most;
    return taken == null ? 0 : taken;
  }

  /**
   * Whether more is waiting already. A few that just came are left to the next turn: each batch is
   * a transaction with a commit of its own, which would then be paid for nearly every event.
   */
  boolean isBehind() {
    return behind;
  }

  private void enter(List<StoredEntry> entries, Edge grown, byte[][] link) {
    long begin = grown.size();
    byte[] leaves = new byte[entries.size() * Hashes.SIZE];
    Long[] indexes = new Long[entries.size()];
    for (int i = 0; i < indexes.length; i++) {
      StoredEntry entry = entries.get(i);
      byte[] leaf = Hashes.leaf(entry.encoded());
      indexes[i] = entry.index();
      System.arraycopy(leaf, 0, leaves, i * Hashes.SIZE, Hashes.SIZE);
      grown.append(leaf, this::keep);
      link[0] = Hashes.link(link[0], leaf);
    }
    int moved =
        jdbc.sql("update proof.log set size = ?, chain = ? where name = ? and size = ?")
            .params(grown.size(), link[0], name, begin)
            .update();
    if (moved == 0) {
      open = false;
      throw new IllegalStateException("another process writes the log " + name);
    }
    jdbc.sql(
            """
            insert into proof.entry (log, position, event_index, event_id, leaf)
            select :log, :begin + i, (cast(:indexes as bigint[]))[i + 1],
                   (cast(:ids as text[]))[i + 1], substring(:leaves from i * 32 + 1 for 32)
            from generate_series(0, :last) i\
            """)
        .param("log", name)
        .param("begin", begin)
        .param("indexes", indexes)
        .param(
            "ids",
            events.foundById()
                ? entries.stream().map(StoredEntry::eventId).toArray(String[]::new)
                : new String[0])
        .param("leaves", leaves)
        .param("last", indexes.length - 1)
        .update();
    events.taken(entries);
  }

  private void keep(int level, long place, byte[] hash) {
    jdbc.sql("insert into proof.node (log, level, place, hash) values (?, ?, ?, ?)")
        .params(name, level, place, hash)
        .update();
  }

  /** Signs what came since the last head, when it is time. */
  boolean signWhenDue() throws IOException {
    Head before = last;
    boolean due =
        before == null
            || edge.size() - before.size() >= BATCH
            || !clock.instant().isBefore(before.at().plus(interval))
            || clock.instant().isBefore(before.at());
    return due && sign();
  }

  /**
   * Signs what came since the last head; nothing while something is wrong.
   *
   * @return whether there is a new head
   */
  boolean sign() throws IOException {
    Head before = last;
    long signed = before == null ? 0 : before.size();
    if (edge.size() == signed) {
      return false;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (before != null && now.isBefore(before.at())) {
      raise(Alarm.CLOCK_BACK, signed);
      return false;
    }
    if (alarm == Alarm.CLOCK_BACK) {
      settle();
    }
    if (alarm != null) {
      return false;
    }
    if (before != null && !file.exists()) {
      // It is written again from the beginning, not begun in the middle.
      open = false;
      return false;
    }
    if (before != null && !continues(before)) {
      raise(Alarm.SIGNED_DIFFERS, signed);
      return false;
    }
    Head head =
        key.sign(
            name,
            edge.size(),
            edge.root(),
            chain,
            now.toString(),
            before == null ? Head.NOTHING_BEFORE : before.fingerprint());
    // Whatever fails from here on: the next turn opens the log again and finishes this head first.
    open = false;
    jdbc.sql(
            """
            insert into proof.head (log, size, root, chain, signed_at, previous, signature)
            values (?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            name,
            head.size(),
            head.root(),
            head.chain(),
            head.time(),
            head.previous(),
            head.signature())
        .update();
    write(head);
    last = head;
    open = true;
    return true;
  }

  /** What is kept still has the signed root, and what came since builds on it. */
  private boolean continues(Head before) {
    try {
      return Arrays.equals(tree.root(before.size()), before.root())
          && MerkleTree.continues(
              before.root(),
              before.size(),
              edge.root(),
              edge.size(),
              tree.consistency(before.size(), edge.size()));
    } catch (IncompleteLogException e) {
      return false;
    }
  }

  private void write(Head head) throws IOException {
    long from = last == null ? 0 : last.size();
    file.append(head.line(head.size() - from > MOST_LEAVES ? List.of() : leaves(from, head)));
  }

  private List<byte[]> leaves(long from, Head head) {
    return jdbc.sql(
            """
            select leaf from proof.entry
            where log = ? and position >= ? and position < ? order by position\
            """)
        .params(name, from, head.size())
        .query((row, number) -> row.getBytes(1))
        .list();
  }

  /** Looks again at so many signed events, round and round, and for events nobody announced. */
  void lookAgain(int entries) {
    OptionalLong vanished = events.vanished();
    if (vanished.isPresent()) {
      raise(Alarm.EVENT_MISSING, vanished.getAsLong());
    }
    EventEntries.Overlooked looked = events.overlooked(lookedForOverlooked, entries);
    if (looked.index().isPresent()) {
      raise(Alarm.EVENT_OVERLOOKED, looked.index().getAsLong());
      // It still enters the log: late, but not never.
      jdbc.sql("insert into proof.pending (log, event_index) values (?, ?) on conflict do nothing")
          .params(name, looked.index().getAsLong())
          .update();
    } else {
      lookedForOverlooked = looked.last();
    }
    if (last == null) {
      return;
    }
    try {
      if (recheck == null) {
        recheck = new Recheck(name, events, jdbc, file);
      }
      Optional<Recheck.Difference> difference = recheck.next(entries);
      if (difference.isPresent()) {
        raise(difference.get().alarm(), difference.get().position());
      }
      if (difference.isPresent() || recheck.ended()) {
        recheck.close();
        recheck = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void close() throws IOException {
    if (recheck != null) {
      recheck.close();
      recheck = null;
    }
  }

  boolean isOpen() {
    return open;
  }

  /** The first reason stays. */
  private void raise(Alarm why, long position) {
    Alarm known = alarm;
    if (known == why || known != null && !known.endsByItself()) {
      return;
    }
    alarm = why;
    LOG.error("The proof of the log {} stops signing: {} at {}", name, why, position);
    jdbc.sql(
            "update proof.log set alarm = ?, alarm_position = ?, alarm_since = now() where name ="
                + " ?")
        .params(why.name(), position, name)
        .update();
  }

  private void settle() {
    alarm = null;
    LOG.warn("The proof of the log {} signs again", name);
    jdbc.sql(
            "update proof.log set alarm = null, alarm_position = null, alarm_since = null where"
                + " name = ?")
        .param(name)
        .update();
  }
}
