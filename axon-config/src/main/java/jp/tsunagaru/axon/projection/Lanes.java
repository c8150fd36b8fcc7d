package jp.tsunagaru.axon.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Connections that write side by side, each for tables of its own: all that is said of one table
 * keeps its order. Tables that meet in a statement go the same way from then on, once what was said
 * of either before is written.
 */
final class Lanes implements AutoCloseable {
  private static final int LANES = 3;

  /** Pages that may wait for one lane; more would only live longer. */
  private static final int WAITING = 2;

  private static final Pattern TABLE = Pattern.compile("\\b(?:view|rebuild)\\.(\\w+)");

  private final ShadowTables tables;
  private final List<Lane> lanes = new ArrayList<>();
  private final Map<String, Together> together = new HashMap<>();
  private final Map<String, Set<String>> tablesOf = new HashMap<>();

  /** Tables that have met. */
  private static final class Together {
    private final Set<String> names = new HashSet<>();
    private Lane lane;

    Together(Lane lane) {
      this.lane = lane;
    }
  }

  private static final class Lane {
    private final Connection connection;
    private final BulkWriter writer;
    private final ExecutorService thread;
    private final Set<String> prepared = new HashSet<>();
    private final Deque<Future<?>> waiting = new ArrayDeque<>();
    private List<Batch> next = new ArrayList<>();
    private volatile long busy;

    Lane(Connection connection, int number) {
      this.connection = connection;
      this.writer = new BulkWriter(connection);
      this.thread =
          Executors.newSingleThreadExecutor(
              Thread.ofPlatform().daemon().name("rebuild-writer-" + number).factory());
    }
  }

  private Lanes(ShadowTables tables) {
    this.tables = tables;
  }

  static Lanes open(DataSource dataSource, ShadowTables tables) throws SQLException {
    Lanes lanes = new Lanes(tables);
    try {
      for (int i = 0; i < LANES; i++) {
        Connection connection = dataSource.getConnection();
        lanes.lanes.add(new Lane(connection, i));
        connection.setAutoCommit(false);
        RebuildSession.forWriting().begin(connection);
      }
      return lanes;
    } catch (SQLException | RuntimeException e) {
      lanes.close();
      throw e;
    }
  }

  /** Returns before they are written, unless a lane has enough to do. */
  void write(List<Batch> page) throws InterruptedException, ExecutionException {
    for (Batch batch : page) {
      String sql = tables.translated(batch.sql());
      lane(sql).next.add(new Batch(sql, batch.parameters()));
    }
    for (Lane lane : lanes) {
      submit(lane);
    }
  }

  /** Until all is written and committed. */
  void drain() throws InterruptedException, ExecutionException {
    for (Lane lane : lanes) {
      drain(lane);
    }
  }

  /** The largest first, so that the lanes come to their ends together. */
  void finish() throws InterruptedException, ExecutionException, SQLException {
    drain();
    Connection any = lanes.getFirst().connection;
    Queue<String> left = new ConcurrentLinkedQueue<>(tables.bySize(any));
    any.commit();
    List<Future<?>> ends = new ArrayList<>();
    for (Lane lane : lanes) {
      Callable<Void> work =
          () -> {
            for (String table = left.poll(); table != null; table = left.poll()) {
              tables.finish(lane.connection, table);
              lane.connection.commit();
            }
            return null;
          };
      ends.add(lane.thread.submit(work));
    }
    for (Future<?> end : ends) {
      end.get();
    }
  }

  private Lane lane(String sql) throws InterruptedException, ExecutionException {
    Set<String> names =
        tablesOf.computeIfAbsent(
            sql,
            text ->
                TABLE
                    .matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
    Together met = null;
    for (String name : names) {
      Together known = together.get(name);
      if (met == null) {
        met = known;
      } else if (known != null && known != met) {
        join(met, known);
      }
    }
    if (met == null) {
      met = new Together(leastBusy());
    }
    for (String name : names) {
      if (met.names.add(name)) {
        together.put(name, met);
      }
    }
    return met.lane;
  }

  private void join(Together one, Together other) throws InterruptedException, ExecutionException {
    if (one.lane != other.lane) {
      drain(one.lane);
      drain(other.lane);
    }
    one.names.addAll(other.names);
    other.names.forEach(name -> together.put(name, one));
  }

  /** Those with nothing in hand yet come first. */
  private Lane leastBusy() {
    Map<Lane, Long> owners =
        together.values().stream()
            .distinct()
            .collect(Collectors.groupingBy(each -> each.lane, Collectors.counting()));
    return lanes.stream()
        .min(
            Comparator.<Lane>comparingLong(lane -> owners.containsKey(lane) ? 1 : 0)
                .thenComparingLong(lane -> lane.busy)
                .thenComparingLong(lane -> owners.getOrDefault(lane, 0L)))
        .orElseThrow();
  }

  private void drain(Lane lane) throws InterruptedException, ExecutionException {
    submit(lane);
    while (!lane.waiting.isEmpty()) {
      lane.waiting.remove().get();
    }
  }

  private void submit(Lane lane) throws InterruptedException, ExecutionException {
    if (lane.next.isEmpty()) {
      return;
    }
    while (lane.waiting.size() >= WAITING) {
      lane.waiting.remove().get();
    }
    List<Batch> batches = lane.next;
    lane.next = new ArrayList<>();
    Callable<Void> work =
        () -> {
          long begin = System.nanoTime();
          for (Batch batch : batches) {
            if (lane.prepared.add(batch.sql())) {
              tables.prepareFor(lane.connection, batch.sql());
            }
            lane.writer.write(batch);
          }
          lane.connection.commit();
          lane.busy += System.nanoTime() - begin;
          return null;
        };
    lane.waiting.add(lane.thread.submit(work));
  }

  @Override
  public void close() throws SQLException {
    lanes.forEach(lane -> lane.thread.shutdownNow());
    SQLException failure = null;
    for (Lane lane : lanes) {
      try (Connection connection = lane.connection) {
        // A connection that is still in use must not go back to where others take it from.
        lane.thread.awaitTermination(1, TimeUnit.HOURS);
        RebuildSession.forWriting().end(connection);
      } catch (SQLException e) {
        failure = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
