package jp.tsunagaru.axon.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagaru.kernel.Id;
import org.jspecify.annotations.Nullable;

/** Equal statements with their parameters, one round trip to the database. */
record Batch(String sql, List<@Nullable Object[]> parameters) {

  /**
   * Puts equal statements side by side. Those of one aggregate keep their order; those of different
   * aggregates may change places, as they do between the segments of a processor. A projector that
   * writes three statements for each of two hundred events then costs three round trips, not six
   * hundred.
   */
  static List<Batch> of(List<Statement> statements) {
    Map<Object, Deque<Statement>> sequences = new LinkedHashMap<>();
    for (Statement statement : statements) {
      sequences.computeIfAbsent(statement.sequence(), s -> new ArrayDeque<>()).add(statement);
    }
    Map<String, List<Deque<Statement>>> next = new LinkedHashMap<>();
    sequences.values().forEach(sequence -> waiting(next, sequence));
    List<Batch> batches = new ArrayList<>();
    while (!next.isEmpty()) {
      String sql = mostWanted(next);
      List<@Nullable Object[]> parameters = new ArrayList<>();
      for (Deque<Statement> sequence : Objects.requireNonNull(next.remove(sql))) {
        for (Statement head = sequence.peek();
            head != null && head.sql().equals(sql);
            head = sequence.peek()) {
          parameters.add(head.parameters());
          sequence.remove();
        }
        waiting(next, sequence);
      }
      batches.add(new Batch(sql, parameters));
    }
    return batches;
  }

  private static String mostWanted(Map<String, List<Deque<Statement>>> next) {
    return next.entrySet().stream()
        .max(Comparator.comparingInt(entry -> entry.getValue().size()))
        .orElseThrow()
        .getKey();
  }

  private static void waiting(Map<String, List<Deque<Statement>>> next, Deque<Statement> sequence) {
    Statement head = sequence.peek();
    if (head != null) {
      next.computeIfAbsent(head.sql(), sql -> new ArrayList<>()).add(sequence);
    }
  }

  void execute(Connection connection) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : parameters) {
        bind(connection, prepared, row);
        prepared.addBatch();
      }
      prepared.executeBatch();
    }
  }

  private static void bind(
      Connection connection, PreparedStatement prepared, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      int at = i + 1;
      switch (value) {
        case null -> prepared.setNull(at, Types.NULL);
        case String text -> prepared.setString(at, text);
        case Instant instant ->
            prepared.setObject(at, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
        case LocalDate date -> prepared.setObject(at, date);
        case Id id -> prepared.setString(at, id.value());
        case Enum<?> code -> prepared.setString(at, code.name());
        case Collection<?> texts ->
            prepared.setArray(
                at, connection.createArrayOf("text", texts.stream().map(Batch::text).toArray()));
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
