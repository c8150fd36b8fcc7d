package jp.tsunagaru.axon.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A table as it is copied; computed columns are left to the database. */
record Table(String schema, String name, List<String> columns) {
  static final String KEYS = "keys";

  /**
   * Read models are made anew from the events, so that no copy holds what they show in the clear.
   */
  private static final Set<String> LEFT_OUT = Set.of("view", "public", "information_schema", KEYS);

  private static final String TABLES =
      """
      select n.nspname, c.relname,
             array_agg(a.attname order by a.attnum) filter (where a.attgenerated = '')
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind = 'r' and n.nspname not like 'pg\\_%'
       group by n.nspname, c.relname
       order by n.nspname, c.relname\
      """;

  private static final String REFERENCES =
      """
      select f.oid::regclass::text, t.oid::regclass::text
        from pg_constraint k
        join pg_class f on f.oid = k.conrelid
        join pg_class t on t.oid = k.confrelid
       where k.contype = 'f' and f.oid <> t.oid\
      """;

  /** Of the records, or of the keys; what is referred to comes before what refers to it. */
  static List<Table> of(Connection connection, boolean keys) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        String schema = rows.getString(1);
        if (keys ? schema.equals(KEYS) : !LEFT_OUT.contains(schema)) {
          tables.add(
              new Table(
                  schema,
                  rows.getString(2),
                  Arrays.asList((String[]) rows.getArray(3).getArray())));
        }
      }
    }
    return inOrder(tables, references(connection));
  }

  private static Map<String, Set<String>> references(Connection connection) throws SQLException {
    Map<String, Set<String>> references = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(REFERENCES)) {
      while (rows.next()) {
        references
            .computeIfAbsent(rows.getString(1), from -> new HashSet<>())
            .add(rows.getString(2));
      }
    }
    return references;
  }

  private static List<Table> inOrder(List<Table> tables, Map<String, Set<String>> references) {
    Set<String> all = tables.stream().map(Table::qualified).collect(Collectors.toSet());
    List<Table> ordered = new ArrayList<>();
    Set<String> done = new HashSet<>();
    while (ordered.size() < tables.size()) {
      int before = ordered.size();
      for (Table table : tables) {
        Collection<String> first =
            new HashSet<>(references.getOrDefault(table.qualified(), Set.of()));
        first.retainAll(all);
        if (!done.contains(table.qualified()) && done.containsAll(first)) {
          ordered.add(table);
          done.add(table.qualified());
        }
      }
      if (ordered.size() == before) {
        throw new IllegalStateException("tables refer to each other in a circle");
      }
    }
    return ordered;
  }

  String qualified() {
    return schema + "." + name;
  }

  String copy(String direction) {
    return "copy " + qualified() + " (" + String.join(", ", columns) + ") " + direction;
  }
}
