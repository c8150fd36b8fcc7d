package jp.tsunagaru.axon.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import jp.tsunagaru.kernel.Id;
import org.axonframework.queryhandling.QueryBus;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Collects the statements of a unit of work and sends equal neighbours as one batch. */
final class JdbcWrites implements Writes {
  private final DataSource dataSource;
  private final ObjectProvider<QueryBus> queries;
  private final boolean immediate;
  private final List<Statement> statements = new ArrayList<>();
  private final Map<Announcement<?>, Boolean> announcements = new LinkedHashMap<>();

  JdbcWrites(DataSource dataSource, ObjectProvider<QueryBus> queries, boolean immediate) {
    this.dataSource = dataSource;
    this.queries = queries;
    this.immediate = immediate;
  }

  private record Statement(String sql, @Nullable Object[] parameters) {}

  private record Announcement<Q>(Class<Q> query, Predicate<? super Q> concerned, Object update) {}

  @Override
  public void add(String sql, @Nullable Object... parameters) {
    statements.add(new Statement(sql, parameters));
    if (immediate) {
      flush();
    }
  }

  @Override
  public <Q> void announce(Class<Q> query, Predicate<? super Q> concerned, Object update) {
    announcements.put(new Announcement<>(query, concerned, update), true);
  }

  void flush() {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      int from = 0;
      while (from < statements.size()) {
        String sql = statements.get(from).sql();
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
          int to = from;
          while (to < statements.size() && statements.get(to).sql().equals(sql)) {
            bind(connection, prepared, statements.get(to).parameters());
            prepared.addBatch();
            to++;
          }
          prepared.executeBatch();
          from = to;
        }
      }
      statements.clear();
    } catch (SQLException e) {
      throw new ProjectionFailedException(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
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

  private static void bind(
      Connection connection, PreparedStatement prepared, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      int at = i + 1;
      switch (value) {
        case null -> prepared.setNull(at, Types.NULL);
        case Instant instant ->
            prepared.setObject(at, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
        case LocalDate date -> prepared.setObject(at, date);
        case Id id -> prepared.setString(at, id.value());
        case Enum<?> code -> prepared.setString(at, code.name());
        case Collection<?> texts ->
            prepared.setArray(
                at, connection.createArrayOf("text", texts.stream().map(JdbcWrites::text).toArray()));
        case byte[] bytes -> prepared.setBytes(at, bytes);
        default -> prepared.setObject(at, value);
      }
    }
  }

  private static String text(Object value) {
    return switch (value) {
      case Id id -> id.value();
      case Enum<?> code -> code.name();
      default -> value.toString();
    };
  }
}
