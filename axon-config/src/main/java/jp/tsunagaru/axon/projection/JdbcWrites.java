package jp.tsunagaru.axon.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryBus;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Collects the statements of a unit of work and sends them in as few batches as it can. */
final class JdbcWrites {
  private final DataSource dataSource;
  private final ObjectProvider<QueryBus> queries;
  private final List<Statement> statements = new ArrayList<>();
  private final Map<Announcement<?>, Boolean> announcements = new LinkedHashMap<>();

  JdbcWrites(DataSource dataSource, ObjectProvider<QueryBus> queries) {
    this.dataSource = dataSource;
    this.queries = queries;
  }

  private record Announcement<Q>(Class<Q> query, Predicate<? super Q> concerned, Object update) {}

  /** What one event writes; see {@link Batch#of} about the order. */
  Writes of(Object sequence) {
    return new Writes() {
      @Override
      public void add(String sql, @Nullable Object... parameters) {
        statements.add(new Statement(sequence, sql, parameters));
      }

      @Override
      public <Q> void announce(Class<Q> query, Predicate<? super Q> concerned, Object update) {
        announcements.put(new Announcement<>(query, concerned, update), true);
      }
    };
  }

  /** Writes each statement at once, outside any unit of work. */
  Writes immediate() {
    return new Writes() {
      @Override
      public void add(String sql, @Nullable Object... parameters) {
        statements.add(new Statement(this, sql, parameters));
        flush();
      }

      @Override
      public <Q> void announce(Class<Q> query, Predicate<? super Q> concerned, Object update) {}
    };
  }

  void flush() {
    if (statements.isEmpty()) {
      return;
    }
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      if (!connection.getAutoCommit()) {
        forgettable(connection);
      }
      for (Batch batch : Batch.of(statements)) {
        batch.execute(connection);
      }
      statements.clear();
    } catch (SQLException e) {
      throw new ProjectionFailedException(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  /**
   * What a crash takes away takes the token along, and is made again from the events. So nobody who
   * posts has to queue for the disk behind a projection.
   */
  private static void forgettable(Connection connection) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute("set local synchronous_commit = off");
    }
  }

  void tell() {
    QueryBus bus = queries.getObject();
    announcements.keySet().forEach(announcement -> tell(bus, announcement));
  }

  private static <Q> void tell(QueryBus bus, Announcement<Q> announcement) {
    bus.queryUpdateEmitter()
        .emit(announcement.query(), announcement.concerned()::test, announcement.update());
  }
}
