package jp.tsunagaru.axon.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables of a read model made once more beside those that people read meanwhile. They take the
 * place of the old ones in one short transaction, names of indexes and constraints included.
 *
 * <p>While they are filled they have no write-ahead log and only those indexes that statements of a
 * projector need: those of constraints, unique ones, and a plain one from the first statement on
 * that finds its rows by it. All others serve queries and are built in one go at the end.
 */
final class ShadowTables {
  private static final String SCHEMA = "rebuild";
  private static final Pattern FINDING =
      Pattern.compile("\\b(?:where|join|using)\\b.*", Pattern.DOTALL);

  private final Set<String> tables;
  private final Pattern names;
  private final Map<String, String> translated = new ConcurrentHashMap<>();
  private final List<Index> later = new CopyOnWriteArrayList<>();

  /**
   * @param column by which it finds rows; blank when no statement of a projector could use it
   */
  private record Index(String table, String column, boolean unique, String definition) {
    boolean serves(String sql) {
      Matcher finding = FINDING.matcher(sql);
      return !column.isBlank()
          && finding.find()
          && sql.contains(SCHEMA + "." + table)
          && Pattern.compile("\\b" + Pattern.quote(column) + "\\b").matcher(finding.group()).find();
    }
  }

  ShadowTables(Set<String> tables) {
    this.tables = tables;
    this.names = Pattern.compile("\\bview\\.(" + String.join("|", tables) + ")\\b");
  }

  /** The same statement for the new tables; tables of other groups stay where they are. */
  String translated(String sql) {
    return translated.computeIfAbsent(sql, key -> names.matcher(key).replaceAll(SCHEMA + ".$1"));
  }

  void create(Connection connection) throws SQLException {
    run(connection, "drop schema if exists " + SCHEMA + " cascade");
    run(connection, "create schema " + SCHEMA);
    for (String table : tables) {
      run(
          connection,
          "create unlogged table %s.%s (like view.%s including all excluding indexes)"
              .formatted(SCHEMA, table, table));
      run(connection, "alter table %s.%s set (autovacuum_enabled = off)".formatted(SCHEMA, table));
      for (String definition :
          list(
              connection,
              """
              select format('alter table %I.%I add constraint %I %s', ?, c.relname, k.conname,
                            pg_get_constraintdef(k.oid))
                from pg_constraint k join pg_class c on c.oid = k.conrelid
               where c.oid = ?::regclass and k.contype in ('p', 'u', 'x', 'f')
               order by k.conname\
              """,
              SCHEMA,
              "view." + table)) {
        run(connection, definition);
      }
      later.addAll(indexes(connection, table));
    }
    build(connection, Index::unique);
  }

  /** What this statement finds its rows by. */
  void prepareFor(Connection connection, String sql) throws SQLException {
    build(connection, index -> index.serves(sql));
  }

  /** The largest first. */
  List<String> bySize(Connection connection) throws SQLException {
    return list(
        connection,
        """
        select relname from pg_class where relnamespace = ?::regnamespace and relkind = 'r'
         order by pg_table_size(oid) desc\
        """,
        SCHEMA);
  }

  /** May run for several tables at a time. */
  void finish(Connection connection, String table) throws SQLException {
    String shadow = SCHEMA + "." + table;
    run(connection, "alter table " + shadow + " set logged");
    run(connection, "alter table " + shadow + " reset (autovacuum_enabled)");
    for (String options :
        list(
            connection,
            """
            select array_to_string(reloptions, ', ') from pg_class
             where oid = ?::regclass and reloptions is not null\
            """,
            "view." + table)) {
      run(connection, "alter table " + shadow + " set (" + options + ")");
    }
    // Behind the change to "logged", which makes all indexes anew.
    build(connection, index -> index.table().equals(table));
    run(connection, "analyze " + shadow);
  }

  private void build(Connection connection, Predicate<Index> wanted) throws SQLException {
    for (Index index : later.stream().filter(wanted).toList()) {
      run(connection, index.definition());
      later.remove(index);
    }
  }

  private static List<Index> indexes(Connection connection, String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select case when i.indpred is null and m.amname = 'btree'
                        then pg_get_indexdef(i.indexrelid, 1, true) else '' end,
                   i.indisunique,
                   replace(pg_get_indexdef(i.indexrelid),
                           format(' ON view.%I USING', c.relname),
                           format(' ON %I.%I USING', ?, c.relname))
              from pg_index i
              join pg_class c on c.oid = i.indrelid
              join pg_class x on x.oid = i.indexrelid
              join pg_am m on m.oid = x.relam
             where i.indrelid = ?::regclass
               and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
             order by x.relname\
            """)) {
      query.setString(1, SCHEMA);
      query.setString(2, "view." + table);
      List<Index> indexes = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          indexes.add(new Index(table, rows.getString(1), rows.getBoolean(2), rows.getString(3)));
        }
      }
      return indexes;
    }
  }

  /** Part of the caller's transaction, which moves the token too. */
  void swap(Connection connection) throws SQLException {
    // Shorter than the patience of the deadlock detector: readers win, and this is tried again.
    run(connection, "set local lock_timeout = '700ms'");
    run(connection, "set local search_path = pg_catalog");
    List<String> views = new ArrayList<>();
    List<String> definitions = new ArrayList<>();
    dependents(connection, views, definitions);
    run(
        connection,
        "lock table "
            + String.join(", ", tables.stream().map(table -> "view." + table).toList())
            + " in access exclusive mode");
    for (String view : views) {
      run(connection, "drop view " + view);
    }
    for (String table : tables) {
      run(connection, "drop table view." + table);
      run(connection, "alter table " + SCHEMA + "." + table + " set schema view");
    }
    for (String definition : definitions) {
      run(connection, definition);
    }
    run(connection, "drop schema " + SCHEMA);
  }

  private void dependents(Connection connection, List<String> views, List<String> definitions)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select distinct format('%I.%I', n.nspname, v.relname), pg_get_viewdef(v.oid)
              from pg_depend d
              join pg_rewrite r on r.oid = d.objid
              join pg_class v on v.oid = r.ev_class and v.relkind = 'v'
              join pg_namespace n on n.oid = v.relnamespace
             where d.classid = 'pg_rewrite'::regclass
               and d.refclassid = 'pg_class'::regclass
               and d.refobjid = any (?::regclass[])\
            """)) {
      query.setArray(
          1,
          connection.createArrayOf(
              "text", tables.stream().map(table -> "view." + table).toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          views.add(rows.getString(1));
          definitions.add("create view " + rows.getString(1) + " as " + rows.getString(2));
        }
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> list(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setObject(i + 1, parameters[i]);
      }
      List<String> values = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    }
  }
}
