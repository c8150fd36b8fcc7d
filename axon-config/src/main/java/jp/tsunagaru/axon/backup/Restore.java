package jp.tsunagaru.axon.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagaru.axon.seal.KeyCheck;
import org.postgresql.PGConnection;

/**
 * Puts a backup into an empty database, in one transaction: whatever breaks, the database is still
 * empty and the restore can be begun again. The next start makes every read model anew.
 */
final class Restore {
  private static final String RUN =
      """
      insert into store.backup_run (kind, generation, began_at, ended_at, rows, files)
      values ('RESTORE', ?, ?, now(), ?, ?)\
      """;

  private static final String DESTROYED =
      """
      select count(*) filter (where subject_id like 'pat\\_%'),
             count(*) filter (where subject_id like 'doc\\_%')
        from keys.subject_key where destroyed_at > ?\
      """;

  private final Connection connection;

  Restore(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param patients destroyed after the backup of the records, so that what came back of them
   *     cannot be read
   * @param documents the same
   */
  record Result(long rows, long keys, long files, long patients, long documents) {}

  Result read(Generation records, Generation keys, Path vault, Path copiedVault, Path masterKey)
      throws IOException, SQLException, CannotBackUpException {
    Instant began = Instant.now();
    connection.setAutoCommit(false);
    if (!Backup.shape(connection).equals(records.shape())
        || !keys.shape().equals(records.shape())) {
      throw new CannotBackUpException("backup.other-version", records.name());
    }
    List<Table> tables = Table.of(connection, false);
    List<Table> keyTables = Table.of(connection, true);
    empty(tables);
    empty(keyTables);
    long rows = fill(tables, records);
    long wrapped = fill(keyTables, keys);
    if (!KeyCheck.opens(masterKey, connection)) {
      throw new CannotBackUpException("backup.other-master-key", masterKey);
    }
    // Every read model, at the next start, before anybody is let in.
    run(
        "insert into store.rebuild (processing_group, started_at) values ('all', now())"
            + " on conflict do nothing");
    long files = VaultCopy.missing(copiedVault, vault);
    try (PreparedStatement run = connection.prepareStatement(RUN)) {
      run.setString(1, records.name());
      run.setObject(2, began.atOffset(ZoneOffset.UTC));
      run.setLong(3, rows);
      run.setLong(4, files);
      run.executeUpdate();
    }
    Result result = result(records, rows, wrapped, files);
    connection.commit();
    run("analyze");
    connection.commit();
    return result;
  }

  private Result result(Generation records, long rows, long wrapped, long files)
      throws SQLException {
    try (PreparedStatement destroyed = connection.prepareStatement(DESTROYED)) {
      destroyed.setObject(1, records.at().atOffset(ZoneOffset.UTC));
      try (ResultSet counts = destroyed.executeQuery()) {
        counts.next();
        return new Result(rows, wrapped, files, counts.getLong(1), counts.getLong(2));
      }
    }
  }

  private void empty(List<Table> tables) throws SQLException {
    for (Table table : tables) {
      run("alter table " + table.qualified() + " disable trigger user");
    }
    run("truncate " + String.join(", ", tables.stream().map(Table::qualified).toList()));
  }

  private long fill(List<Table> tables, Generation from)
      throws IOException, SQLException, CannotBackUpException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    List<Generation.Copy> copies = from.copies();
    long rows = 0;
    for (Table table : tables) {
      Generation.Copy copy =
          copies.stream()
              .filter(known -> known.table().qualified().equals(table.qualified()))
              .findFirst()
              .orElseThrow(() -> new CannotBackUpException("backup.other-version", from.name()));
      long read;
      try (InputStream in = from.open(table)) {
        read = postgres.getCopyAPI().copyIn(copy.table().copy("from stdin"), in);
      }
      if (read != copy.rows()) {
        throw new CannotBackUpException("backup.damaged", table.qualified());
      }
      rows += read;
      run("alter table " + table.qualified() + " enable trigger user");
      advanceNumbers(table);
    }
    return rows;
  }

  /** New rows get numbers behind those that came back. */
  private void advanceNumbers(Table table) throws SQLException {
    List<String> numbered = new ArrayList<>();
    try (PreparedStatement serial =
        connection.prepareStatement(
            """
            select c from unnest(?::text[]) c where pg_get_serial_sequence(?, c) is not null\
            """)) {
      serial.setArray(1, connection.createArrayOf("text", table.columns().toArray()));
      serial.setString(2, table.qualified());
      try (ResultSet rows = serial.executeQuery()) {
        while (rows.next()) {
          numbered.add(rows.getString(1));
        }
      }
    }
    for (String column : numbered) {
      run(
          """
          select setval(pg_get_serial_sequence('%1$s', '%2$s'), max(%2$s))
            from %1$s having max(%2$s) is not null\
          """
              .formatted(table.qualified(), column));
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
