package jp.tsunagaru.axon.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** What a connection of the pool is told for as long as a rebuild has it. */
record RebuildSession(Map<String, String> settings) {
  private static final RebuildSession WRITING =
      new RebuildSession(
          Map.of(
              // Nothing of this is lost that could not be made again; the last commit waits for the
              // disk.
              "synchronous_commit", "off",
              "maintenance_work_mem", "'256MB'",
              "jit", "off",
              // A table that grows while plans are kept: each row of it is looked up.
              "enable_seqscan", "off",
              "enable_hashjoin", "off",
              "enable_mergejoin", "off"));

  private static final RebuildSession READING =
      new RebuildSession(
          Map.of(
              "jit", "off",
              // A stretch of positions lies on neighbouring pages: each is visited once.
              "enable_seqscan", "off",
              "enable_indexscan", "off"));

  static RebuildSession forWriting() {
    return WRITING;
  }

  static RebuildSession forReading() {
    return READING;
  }

  void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> setting : new TreeMap<>(settings).entrySet()) {
        statement.execute("set " + setting.getKey() + " = " + setting.getValue());
      }
    }
    connection.commit();
  }

  void end(Connection connection) throws SQLException {
    connection.rollback();
    try (Statement statement = connection.createStatement()) {
      for (String name : settings.keySet()) {
        statement.execute("reset " + name);
      }
    }
    connection.commit();
  }
}
