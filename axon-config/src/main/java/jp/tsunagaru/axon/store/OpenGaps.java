package jp.tsunagaru.axon.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Positions of a table of events that a reader passed before their event was visible. One is given
 * up only when the database says that nobody can fill it any more: whoever appends holds a lock on
 * the table from before taking a position until the end of the transaction. How old events say they
 * are decides nothing: histories are brought in, clocks are set, and a commit may take its time.
 */
final class OpenGaps {
  /** Nearly all are filled sooner, and need no look at the locks. */
  private static final long PATIENCE = Duration.ofMillis(100).toNanos();

  private static final int REMEMBERED = 100_000;
  private static final String APPENDERS =
      """
      select virtualtransaction from pg_locks
       where relation = ?::regclass and mode = 'RowExclusiveLock'
         and database = (select oid from pg_database where datname = current_database())\
      """;

  /**
   * @param appenders who appended when somebody first looked, one of whom may fill it
   */
  private record Gap(long since, @Nullable Set<String> appenders) {}

  private final String table;
  private final Cache<Long, Gap> open = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final Cache<Long, Boolean> never = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  OpenGaps(String table) {
    this.table = table;
  }

  /** The token without the positions that nobody fills any more. */
  GapAwareTrackingToken withoutDead(GapAwareTrackingToken token) {
    TreeSet<Long> gaps = new TreeSet<>(token.getGaps());
    return gaps.removeIf(gap -> never.getIfPresent(gap) != null)
        ? GapAwareTrackingToken.newInstance(token.getIndex(), gaps)
        : token;
  }

  /** To be asked before the events are read; nothing where no gap has waited long. */
  @Nullable Set<String> appenders(Collection<Long> gaps, Connection connection)
      throws SQLException {
    long now = System.nanoTime();
    boolean waited =
        gaps.stream()
            .map(gap -> open.get(gap, first -> new Gap(now, null)))
            .anyMatch(gap -> now - gap.since() > PATIENCE);
    if (!waited) {
      return null;
    }
    Set<String> appenders = new HashSet<>();
    try (PreparedStatement query = connection.prepareStatement(APPENDERS)) {
      query.setString(1, table);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          appenders.add(rows.getString(1));
        }
      }
    }
    return appenders;
  }

  /**
   * To be told after the events were read.
   *
   * @param gaps what was not there
   * @param appenders who appended just before
   */
  void missing(Collection<Long> gaps, Set<String> appenders) {
    for (Long gap : gaps) {
      Gap known = open.getIfPresent(gap);
      if (known == null) {
        continue;
      }
      Set<String> suspects = known.appenders();
      if (Collections.disjoint(suspects == null ? appenders : suspects, appenders)) {
        never.put(gap, true);
        open.invalidate(gap);
      } else if (suspects == null) {
        open.put(gap, new Gap(known.since(), appenders));
      }
    }
  }
}
