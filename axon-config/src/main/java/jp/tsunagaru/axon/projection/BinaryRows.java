package jp.tsunagaru.axon.projection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.kernel.Id;
import org.jspecify.annotations.Nullable;

/**
 * Rows for {@code copy … with (format binary)}: bytes, times and arrays as PostgreSQL keeps them,
 * so that neither side writes them out as text for the other to read. Columns of a few common types
 * only, and only values that need no conversion to the type of their column.
 */
final class BinaryRows {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };
  private static final int NULL = -1;
  private static final int TEXT_OID = 25;
  private static final Set<String> KNOWN =
      Set.of("text", "bytea", "int8", "int4", "bool", "date", "timestamptz", "_text");
  private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);
  private static final Instant TIME_ZERO = Instant.parse("2000-01-01T00:00:00Z");

  private final List<String> types;
  private ByteBuffer bytes = ByteBuffer.allocate(1 << 20);

  /** A value that its column does not take as it is. */
  static final class NotBinaryException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private BinaryRows(List<String> types) {
    this.types = types;
    bytes.put(SIGNATURE).putInt(0).putInt(0);
  }

  /**
   * The types of these columns, in this order; nothing when one of them is not among the common.
   */
  static List<String> types(Connection connection, String table, List<String> columns)
      throws SQLException {
    List<String> types = allTypes(connection, table, columns);
    return KNOWN.containsAll(types) ? types : List.of();
  }

  /** As the catalog names them: blank for a column that is not there, an array with "_" before. */
  static List<String> allTypes(Connection connection, String table, List<String> columns)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select a.attname, t.typname from pg_attribute a join pg_type t on t.oid = a.atttypid
             where a.attrelid = ?::regclass and a.attnum > 0\
            """)) {
      query.setString(1, table);
      Map<String, String> of = new HashMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          of.put(rows.getString(1), rows.getString(2));
        }
      }
      return columns.stream().map(name -> of.getOrDefault(name, "")).toList();
    }
  }

  /** What a constant of a statement means in a column of this type. */
  static Object constant(String text, String type) throws NotBinaryException {
    return switch (type) {
      case "text" -> text;
      case "int8", "int4" -> number(text);
      case "bool" -> Boolean.valueOf(text);
      case "_text" -> {
        if (!text.equals("{}")) {
          throw new NotBinaryException();
        }
        yield List.of();
      }
      default -> throw new NotBinaryException();
    };
  }

  private static Long number(String text) throws NotBinaryException {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException other) {
      throw new NotBinaryException();
    }
  }

  static BinaryRows of(List<String> types) {
    return new BinaryRows(types);
  }

  void begin() {
    room(Short.BYTES);
    bytes.putShort((short) types.size());
  }

  void add(int column, @Nullable Object value) throws NotBinaryException {
    if (value == null) {
      room(Integer.BYTES);
      bytes.putInt(NULL);
      return;
    }
    switch (types.get(column)) {
      case "text" -> put(text(value).getBytes(StandardCharsets.UTF_8));
      case "_text" -> array(value);
      case "bytea" -> put(cast(byte[].class, value));
      case "bool" -> put(new byte[] {(byte) (cast(Boolean.class, value) ? 1 : 0)});
      case "date" -> number(Integer.BYTES, day(cast(LocalDate.class, value)));
      case "timestamptz" -> number(Long.BYTES, micros(cast(Instant.class, value)));
      case "int8" -> number(Long.BYTES, whole(value));
      default -> {
        long whole = whole(value);
        if (whole != (int) whole) {
          throw new NotBinaryException();
        }
        number(Integer.BYTES, whole);
      }
    }
  }

  ByteBuffer end() {
    room(Short.BYTES);
    return bytes.putShort((short) NULL).flip();
  }

  private void array(Object value) throws NotBinaryException {
    Collection<?> texts =
        value instanceof Object[] array ? Arrays.asList(array) : cast(Collection.class, value);
    room(6 * Integer.BYTES);
    int length = bytes.position();
    bytes.putInt(0).putInt(texts.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT_OID);
    if (!texts.isEmpty()) {
      bytes.putInt(texts.size()).putInt(1);
      for (Object text : texts) {
        put(text(text).getBytes(StandardCharsets.UTF_8));
      }
    }
    bytes.putInt(length, bytes.position() - length - Integer.BYTES);
  }

  private static String text(@Nullable Object value) throws NotBinaryException {
    return switch (value) {
      case String text -> text;
      case Id id -> id.value();
      case Enum<?> code -> code.name();
      case null, default -> throw new NotBinaryException();
    };
  }

  private static long whole(Object value) throws NotBinaryException {
    return value instanceof Long || value instanceof Integer
        ? ((Number) value).longValue()
        : cast(Long.class, value);
  }

  private static long day(LocalDate date) {
    if (date.equals(LocalDate.MAX)) {
      return Integer.MAX_VALUE;
    }
    return date.equals(LocalDate.MIN) ? Integer.MIN_VALUE : ChronoUnit.DAYS.between(DAY_ZERO, date);
  }

  /** Rounded as the driver does. */
  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(
        TIME_ZERO, instant.plusNanos(500).truncatedTo(ChronoUnit.MICROS));
  }

  private static <T> T cast(Class<T> type, Object value) throws NotBinaryException {
    if (!type.isInstance(value)) {
      throw new NotBinaryException();
    }
    return type.cast(value);
  }

  private void number(int length, long value) {
    room(Integer.BYTES + length);
    bytes.putInt(length);
    if (length == Long.BYTES) {
      bytes.putLong(value);
    } else {
      bytes.putInt((int) value);
    }
  }

  private void put(byte[] value) {
    room(Integer.BYTES + value.length);
    bytes.putInt(value.length).put(value);
  }

  private void room(int wanted) {
    if (bytes.remaining() < wanted) {
      int size = Math.max(2 * bytes.capacity(), bytes.position() + wanted);
      bytes = ByteBuffer.allocate(size).put(bytes.flip());
    }
  }
}
