package jp.tsunagaru.axon.projection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tsunagaru.kernel.Id;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteStreamWriter;

/**
 * Writes the batches of a rebuild with as little around each row as PostgreSQL allows: plain
 * inserts are copied; a statement that takes its parameters as a row, {@code (select ?::text a,
 * ?::date b) v}, gets many such rows at once, and so does a plain change of what one column finds.
 * What is none of these goes row by row. The rows come out as if each had been written alone.
 */
final class BulkWriter {
  private static final Pattern INSERT =
      Pattern.compile(
          "\\s*insert into ([\\w.]+)\\s*\\(([\\w\\s,]+)\\)\\s*values\\s*\\((.*)\\)"
              + "\\s*(?:on conflict do nothing)?\\s*",
          Pattern.DOTALL);

  private static final Pattern ITEM =
      Pattern.compile("\\s*(?:(\\?)(?:::\\w+)?|'([^',]*)'|(-?\\d+|true|false))\\s*");

  private static final String PARAMETER = "\\s*\\?::([\\w\\[\\]]+)\\s+(?:as\\s+)?(\\w+)\\s*";
  private static final Pattern COLUMN = Pattern.compile(PARAMETER);

  private static final Pattern ROW =
      Pattern.compile("\\(\\s*select\\s(" + PARAMETER + "(?:," + PARAMETER + ")*)\\)\\s*v\\b");

  /** By what the database finds the row that a parameter row changes. */
  private static final Pattern CONFLICT =
      Pattern.compile("on conflict\\s*\\(([^)]*)\\)\\s*do update");

  private static final Pattern FOUND_BY = Pattern.compile("\\w+\\.\\w+\\s*=\\s*v\\.(\\w+)");

  /** One row by one column: {@code update view.t set a = ?, b = 'x' where id = ?}. */
  private static final Pattern CHANGE =
      Pattern.compile(
          "\\s*(?:update ([\\w.]+)\\s+set\\s+(.*)|delete from ([\\w.]+))\\s+where (\\w+) = \\?\\s*",
          Pattern.DOTALL);

  private static final Pattern SET =
      Pattern.compile("\\s*(\\w+)\\s*=\\s*(.*?)\\s*", Pattern.DOTALL);

  private final Connection connection;
  private final Map<String, Way> ways = new HashMap<>();

  BulkWriter(Connection connection) {
    this.connection = connection;
  }

  private sealed interface Way {}

  private record RowByRow() implements Way {}

  /**
   * @param line each column's constant, null where a parameter stands
   */
  private record Copied(String sql, List<@Nullable String> line) implements Way {}

  /**
   * @param line as of the same rows copied as text, which a value takes that has no binary form
   */
  private record CopiedBinary(List<String> types, List<@Nullable Object> line, Copied asText)
      implements Way {}

  /**
   * @param key the parameters that say which row it is; two for one row must not meet in one run
   */
  private record Together(String sql, List<Integer> key, List<String> arrays) implements Way {}

  void write(Batch batch) throws SQLException {
    Way way = ways.get(batch.sql());
    if (way == null) {
      way = way(batch.sql());
      ways.put(batch.sql(), way);
    }
    switch (way) {
      case CopiedBinary copied -> {
        try {
          if (!copy(copied, batch)) {
            ways.put(batch.sql(), new RowByRow());
            batch.execute(connection);
          }
        } catch (BinaryRows.NotBinaryException asText) {
          ways.put(batch.sql(), copied.asText());
          write(batch);
        }
      }
      case Copied copied -> {
        if (!copy(copied, batch)) {
          // A row that is there already: "on conflict" decides about it, which a copy cannot.
          ways.put(batch.sql(), new RowByRow());
          batch.execute(connection);
        }
      }
      case Together together -> {
        for (List<@Nullable Object[]> rows : rounds(together, batch)) {
          run(together, rows);
        }
      }
      case RowByRow ignored -> batch.execute(connection);
    }
  }

  private Way way(String sql) throws SQLException {
    Matcher insert = INSERT.matcher(sql);
    if (insert.matches()) {
      return copied(insert);
    }
    Matcher row = ROW.matcher(sql);
    if (row.find() && sql.indexOf('?') >= row.start() && sql.lastIndexOf('?') < row.end()) {
      return together(sql, row.toMatchResult());
    }
    Matcher change = CHANGE.matcher(sql);
    if (change.matches()) {
      return changed(change.toMatchResult());
    }
    return new RowByRow();
  }

  /** The same with its parameters as a row, of the types of their columns. */
  private Way changed(MatchResult change) throws SQLException {
    String table = Objects.requireNonNullElse(change.group(1), change.group(3));
    List<String> columns = new ArrayList<>();
    List<String> settings = new ArrayList<>();
    for (String setting : change.group(2) == null ? new String[0] : change.group(2).split(",")) {
      Matcher set = SET.matcher(setting);
      if (!set.matches() || !balanced(setting)) {
        return new RowByRow();
      }
      if (set.group(2).equals("?")) {
        settings.add(set.group(1) + " = v.p" + columns.size());
        columns.add(set.group(1));
      } else if (set.group(2).contains("?")) {
        return new RowByRow();
      } else {
        settings.add(setting.strip());
      }
    }
    columns.add(change.group(4));
    List<String> types = BinaryRows.allTypes(connection, table, columns);
    if (types.contains("")) {
      return new RowByRow();
    }
    String row =
        IntStream.range(0, columns.size())
            .mapToObj(i -> "?::%s p%d".formatted(types.get(i), i))
            .collect(Collectors.joining(", ", "(select ", ") v"));
    String found = " where t.%s = v.p%d".formatted(change.group(4), columns.size() - 1);
    String sql =
        change.group(2) == null
            ? "delete from " + table + " t using " + row + found
            : "update " + table + " t set " + String.join(", ", settings) + " from " + row + found;
    Matcher parameters = ROW.matcher(sql);
    return parameters.find() ? together(sql, parameters.toMatchResult()) : new RowByRow();
  }

  /** Whether a comma that ends it stood between two settings and not within one. */
  private static boolean balanced(String setting) {
    return setting.chars().filter(c -> c == '\'').count() % 2 == 0
        && setting.chars().filter(c -> c == '(').count()
            == setting.chars().filter(c -> c == ')').count();
  }

  private Way copied(MatchResult insert) throws SQLException {
    List<@Nullable String> line = new ArrayList<>();
    for (String item : insert.group(3).split(",")) {
      Matcher known = ITEM.matcher(item);
      if (!known.matches()) {
        return new RowByRow();
      }
      line.add(
          known.group(1) != null
              ? null
              : Objects.requireNonNullElse(known.group(2), known.group(3)));
    }
    Copied asText =
        new Copied("copy %s (%s) from stdin".formatted(insert.group(1), insert.group(2)), line);
    List<String> types =
        BinaryRows.types(
            connection, insert.group(1), List.of(insert.group(2).strip().split("\\s*,\\s*")));
    if (types.size() != line.size()) {
      return asText;
    }
    try {
      List<@Nullable Object> constants = new ArrayList<>();
      for (int i = 0; i < types.size(); i++) {
        String constant = line.get(i);
        constants.add(constant == null ? null : BinaryRows.constant(constant, types.get(i)));
      }
      return new CopiedBinary(types, constants, asText);
    } catch (BinaryRows.NotBinaryException constant) {
      return asText;
    }
  }

  private static Way together(String sql, MatchResult row) {
    List<MatchResult> columns = COLUMN.matcher(row.group(1)).results().toList();
    List<String> names = columns.stream().map(column -> column.group(2)).toList();
    String typed =
        IntStream.range(0, columns.size())
            .mapToObj(i -> "r%d::%s as %s".formatted(i, columns.get(i).group(1), names.get(i)))
            .collect(Collectors.joining(", "));
    List<String> elements =
        columns.stream().map(c -> c.group(1).equals("bytea") ? "bytea" : "text").toList();
    String arrays =
        elements.stream().map(type -> "?::" + type + "[]").collect(Collectors.joining(", "));
    String aliases =
        IntStream.range(0, columns.size()).mapToObj(i -> "r" + i).collect(Collectors.joining(", "));
    String many = "(select %s from unnest(%s) r (%s)) v".formatted(typed, arrays, aliases);
    Matcher conflict = CONFLICT.matcher(sql);
    List<String> key;
    if (conflict.find()) {
      key = List.of(conflict.group(1).strip().split("\\s*,\\s*"));
    } else if (sql.strip().startsWith("update")) {
      key = FOUND_BY.matcher(sql).results().map(found -> found.group(1)).distinct().toList();
      if (key.isEmpty()) {
        return new RowByRow();
      }
    } else {
      key = List.of();
    }
    if (!names.containsAll(key)) {
      return new RowByRow();
    }
    return new Together(
        sql.substring(0, row.start()) + many + sql.substring(row.end()),
        key.stream().map(names::indexOf).toList(),
        elements);
  }

  private boolean copy(CopiedBinary copied, Batch batch)
      throws SQLException, BinaryRows.NotBinaryException {
    BinaryRows rows = BinaryRows.of(copied.types());
    for (@Nullable Object[] row : batch.parameters()) {
      int next = 0;
      rows.begin();
      for (int column = 0; column < copied.line().size(); column++) {
        Object constant = copied.line().get(column);
        rows.add(column, constant == null ? row[next++] : constant);
      }
    }
    return copy(copied.asText().sql() + " with (format binary)", rows.end());
  }

  private boolean copy(Copied copied, Batch batch) throws SQLException {
    StringBuilder lines = new StringBuilder();
    for (@Nullable Object[] row : batch.parameters()) {
      int next = 0;
      String separator = "";
      for (@Nullable String constant : copied.line()) {
        lines.append(separator);
        escaped(lines, constant == null ? text(row[next++]) : constant);
        separator = "\t";
      }
      lines.append('\n');
    }
    return copy(copied.sql(), ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether no row was there already. */
  private boolean copy(String sql, ByteBuffer bytes) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, ByteStreamWriter.of(bytes));
      connection.releaseSavepoint(before);
      return true;
    } catch (SQLException | IOException e) {
      connection.rollback(before);
      return false;
    }
  }

  private static void escaped(StringBuilder lines, @Nullable String text) {
    if (text == null) {
      lines.append("\\N");
      return;
    }
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
        lines.append(text, done, i).append('\\');
        lines.append(
            switch (c) {
              case '\t' -> 't';
              case '\n' -> 'n';
              case '\r' -> 'r';
              default -> c;
            });
        done = i + 1;
      }
    }
    lines.append(text, done, text.length());
  }

  /** In as few runs as keep the order of those that change one row. */
  private static List<List<@Nullable Object[]>> rounds(Together together, Batch batch) {
    List<List<@Nullable Object[]>> rounds = new ArrayList<>();
    Map<List<@Nullable String>, Integer> before = new HashMap<>();
    for (@Nullable Object[] row : batch.parameters()) {
      List<@Nullable String> key = new ArrayList<>(together.key().size());
      together.key().forEach(at -> key.add(text(row[at])));
      int round = key.isEmpty() ? 0 : before.merge(key, 1, Integer::sum) - 1;
      if (round >= rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(row);
    }
    return rounds;
  }

  private void run(Together together, List<@Nullable Object[]> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(together.sql())) {
      for (int i = 0; i < together.arrays().size(); i++) {
        String type = together.arrays().get(i);
        @Nullable Object[] column =
            type.equals("bytea") ? new byte[rows.size()][] : new String[rows.size()];
        for (int row = 0; row < column.length; row++) {
          Object value = rows.get(row)[i];
          column[row] = type.equals("bytea") ? value : text(value);
        }
        statement.setArray(i + 1, connection.createArrayOf(type, column));
      }
      statement.executeUpdate();
    }
  }

  /** As PostgreSQL reads it, the same value that {@link Batch} binds. */
  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Id id -> id.value();
      case Enum<?> code -> code.name();
      case Instant instant -> instant.plusNanos(500).truncatedTo(ChronoUnit.MICROS).toString();
      case LocalDate date when date.equals(LocalDate.MAX) -> "infinity";
      case LocalDate date when date.equals(LocalDate.MIN) -> "-infinity";
      case byte[] bytes -> "\\x" + HexFormat.of().formatHex(bytes);
      case Collection<?> texts -> array(texts);
      case Object[] texts -> array(List.of(texts));
      default -> value.toString();
    };
  }

  private static String array(Collection<?> texts) {
    StringBuilder array = new StringBuilder("{");
    for (Object text : texts) {
      if (array.length() > 1) {
        array.append(',');
      }
      String plain = Objects.requireNonNull(text(text));
      array.append('"');
      if (plain.indexOf('"') < 0 && plain.indexOf('\\') < 0) {
        array.append(plain);
      } else {
        array.append(plain.replace("\\", "\\\\").replace("\"", "\\\""));
      }
      array.append('"');
    }
    return array.append('}').toString();
  }
}
