package jp.tsunagaru.axon.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is written while something new is created: its key, its event, its rows of the guard. They
 * travel to the database together, in the transaction of the command and before its commit. Nobody
 * looked whether the id is free; its unique keys do.
 */
public final class Creation {
  private static final ScopedValue<Creation> CURRENT = ScopedValue.newInstance();

  private final String id;
  private final List<String> statements = new ArrayList<>();
  private final List<@Nullable Object> parameters = new ArrayList<>();
  private boolean streamPassedOver;

  private Creation(String id) {
    this.id = id;
  }

  public static void during(String id, Runnable work) {
    ScopedValue.where(CURRENT, new Creation(id)).run(work);
  }

  public static Optional<Creation> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** The creation under way of this very id. */
  public static Optional<Creation> of(String id) {
    return current().filter(creation -> creation.id.equals(id));
  }

  /** Whoever handles the command takes the stream of the id for empty. */
  public void passOverStream() {
    streamPassedOver = true;
  }

  /** Whether a refusal may come from not having looked. */
  public boolean streamPassedOver() {
    return streamPassedOver;
  }

  /** A failure of any statement lets the whole creation fail. */
  public void add(String sql, @Nullable Object... values) {
    statements.add(sql);
    parameters.addAll(Arrays.asList(values));
  }

  /** One round trip for all. */
  public void send(Connection connection) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(String.join("; ", statements))) {
      for (int i = 0; i < parameters.size(); i++) {
        bind(connection, prepared, i + 1, parameters.get(i));
      }
      prepared.execute();
    }
  }

  private static void bind(
      Connection connection, PreparedStatement prepared, int at, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case String text -> prepared.setString(at, text);
      case byte[] bytes -> prepared.setBytes(at, bytes);
      case LocalDate date -> prepared.setObject(at, date);
      case String[] texts -> prepared.setArray(at, connection.createArrayOf("text", texts));
      case null, default -> throw new IllegalArgumentException("not a value of a column");
    }
  }
}
