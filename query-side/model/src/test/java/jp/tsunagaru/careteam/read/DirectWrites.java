package jp.tsunagaru.careteam.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.kernel.Id;
import org.jspecify.annotations.Nullable;

/** Runs what a projector wrote in one transaction, equal neighbours as one batch. */
final class DirectWrites implements Writes {
  private final List<Statement> statements = new ArrayList<>();
  private final Set<Announced<?>> announced = new java.util.LinkedHashSet<>();

  private record Statement(String sql, @Nullable Object[] parameters) {}

  private record Announced<Q>(Class<Q> query, Predicate<? super Q> concerned, Object update) {}

  @Override
  public void add(String sql, @Nullable Object... parameters) {
    statements.add(new Statement(sql, parameters));
  }

  @Override
  public <Q> void announce(Class<Q> query, Predicate<? super Q> concerned, Object update) {
    announced.add(new Announced<>(query, concerned, update));
  }

  /** What a subscriber of this query is told, in order. */
  List<Object> told(Object subscribed) {
    return announced.stream()
        .filter(one -> concerns(one, subscribed))
        .map(one -> (Object) one.update())
        .toList();
  }

  private static <Q> boolean concerns(Announced<Q> one, Object subscribed) {
    return one.query().isInstance(subscribed) && one.concerned().test(one.query().cast(subscribed));
  }

  void commit(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
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
      connection.commit();
    }
    statements.clear();
  }

  private static void bind(
      Connection connection, PreparedStatement prepared, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      switch (parameters[i]) {
        case null -> prepared.setNull(i + 1, Types.NULL);
        case Instant instant -> prepared.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
        case Id id -> prepared.setString(i + 1, id.value());
        case Enum<?> code -> prepared.setString(i + 1, code.name());
        case Collection<?> texts ->
            prepared.setArray(
                i + 1,
                connection.createArrayOf("text", texts.stream().map(DirectWrites::text).toArray()));
        case byte[] bytes -> prepared.setBytes(i + 1, bytes);
        case Object value -> prepared.setObject(i + 1, value);
      }
    }
  }

  private static String text(Object value) {
    return value instanceof Enum<?> code ? code.name() : value.toString();
  }
}
