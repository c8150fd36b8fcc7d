package jp.tsunagaru.axon.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Readers keep every position they passed in mind until it is filled or nobody can fill it any
 * more; Axon's own engine gives up what lies before an event that says it is a minute old.
 */
class GapKeepingEngine extends JdbcEventStorageEngine {
  private static final long FIRST = 1;
  private static final int FURTHEST_BACK = 1_000_000;

  private final TransactionManager transactions;
  private final OpenGaps gaps;

  GapKeepingEngine(Builder settings, String table, TransactionManager transactions) {
    // Its own cleaning goes by the age that events tell.
    super(settings.gapCleaningThreshold(Integer.MAX_VALUE));
    this.transactions = transactions;
    this.gaps = new OpenGaps(table);
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken last, int batchSize) {
    if (!(last instanceof GapAwareTrackingToken known) || !known.hasGaps()) {
      return super.fetchTrackedEvents(last, batchSize);
    }
    GapAwareTrackingToken token = gaps.withoutDead(known);
    if (!token.hasGaps()) {
      return super.fetchTrackedEvents(token, batchSize);
    }
    return transactions.fetchInTransaction(() -> {
      Set<String> appenders = appenders(token.getGaps());
      List<? extends TrackedEventData<?>> read = super.fetchTrackedEvents(token, batchSize);
      if (appenders != null) {
        gaps.missing(read.isEmpty() ? token.getGaps() : left(token, read.getLast()), appenders);
      }
      return read;
    });
  }

  private @Nullable Set<String> appenders(Set<Long> open) {
    Connection connection = getConnection();
    try {
      return gaps.appenders(open, connection);
    } catch (SQLException e) {
      throw new EventStoreException("It could not be asked who appends events", e);
    } finally {
      JdbcUtils.closeQuietly(connection);
    }
  }

  private static Set<Long> left(GapAwareTrackingToken before, TrackedEventData<?> last) {
    Set<Long> left = new HashSet<>(before.getGaps());
    left.retainAll(((GapAwareTrackingToken) last.trackingToken()).getGaps());
    return left;
  }

  @Override
  protected TrackedEventData<?> getTrackedEventData(
      ResultSet row, @Nullable GapAwareTrackingToken previous) throws SQLException {
    TrackedDomainEventData<?> event =
        (TrackedDomainEventData<?>) super.getTrackedEventData(row, previous);
    long position = row.getLong("global_index");
    GapAwareTrackingToken token =
        previous == null
            ? GapAwareTrackingToken.newInstance(
                position,
                LongStream.range(Math.min(FIRST, position), position)
                    .boxed()
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll))
            : previous.advanceTo(position, FURTHEST_BACK);
    return new TrackedDomainEventData<>(token, event);
  }
}
