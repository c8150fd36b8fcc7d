package jp.tsunagaru;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where something that was entered can still be read, whoever looks. */
final class Traces {
  private Traces() {}

  private record Column(String schema, String table, String name, String type) {}

  /** Every column of every table that can hold text or bytes. */
  static List<String> inDatabase(JdbcClient jdbc, String text) {
    List<Column> columns =
        jdbc.sql(
                """
                select c.table_schema, c.table_name, c.column_name, c.udt_name
                  from information_schema.columns c
                  join information_schema.tables t
                    on t.table_schema = c.table_schema and t.table_name = c.table_name
                 where t.table_type = 'BASE TABLE'
                   and c.table_schema not in ('pg_catalog', 'information_schema')
                   and c.udt_name in ('text', 'varchar', 'bpchar', 'bytea', '_text', '_varchar',
                                      '_bytea', 'json', 'jsonb')\
                """)
            .query((row, number) ->
                new Column(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
            .list();
    assertThat(columns).hasSizeGreaterThan(100);
    List<String> found = new ArrayList<>();
    for (Column column : columns) {
      String name = "\"" + column.name() + "\"";
      String holds =
          switch (column.type()) {
            case "bytea" -> "position(convert_to(:text, 'UTF8') in " + name + ") > 0";
            case "_bytea" ->
                "position(encode(convert_to(:text, 'UTF8'), 'hex') in " + name + "::text) > 0";
            default -> "position(:text in " + name + "::text) > 0";
          };
      boolean there =
          jdbc.sql(
                  "select exists (select 1 from "
                      + column.schema()
                      + "."
                      + column.table()
                      + " where "
                      + holds
                      + ")")
              .param("text", text)
              .query(Boolean.class)
              .single();
      if (there) {
        found.add(column.schema() + "." + column.table() + "." + column.name());
      }
    }
    return found;
  }

  /** Every file below, unpacked; as the text itself or as PostgreSQL writes its bytes. */
  static List<String> inFiles(Path root, List<String> texts) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = content(file);
        for (String text : texts) {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          if (content.contains(new String(bytes, StandardCharsets.ISO_8859_1))
              || content.contains(HexFormat.of().formatHex(bytes))) {
            found.add(text + " in " + file);
          }
        }
      }
    }
    return found;
  }

  private static String content(Path file) throws IOException {
    boolean packed = file.getFileName().toString().endsWith(".gz");
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = packed ? new GZIPInputStream(raw) : raw) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException goneMeanwhile) {
      return "";
    }
  }
}
