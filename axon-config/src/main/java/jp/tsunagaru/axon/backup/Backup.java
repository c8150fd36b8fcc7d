package jp.tsunagaru.axon.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/**
 * Writes records and keys of one moment into two folders, beside the running application. Read
 * models are left out: they are made anew, and a copy of them would name patients in the clear.
 */
final class Backup {
  private static final String RUN =
      """
      insert into store.backup_run (kind, generation, began_at, ended_at, rows, files)
      values ('BACKUP', ?, ?, now(), ?, ?)\
      """;

  private final Connection connection;

  Backup(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param rows of the records
   * @param files that were new in the vault's copy
   * @param removed older generations of keys
   */
  record Result(String generation, long rows, long keys, long files, int removed) {}

  Result write(Path vault, Path records, Path keys, Duration keepKeys)
      throws IOException, SQLException {
    Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    String shape = shape(connection);
    Generation ofRecords = Generation.begin(records, at, shape);
    Generation ofKeys = Generation.begin(keys, at, shape);
    long rows = copy(ofRecords, false);
    long wrapped = copy(ofKeys, true);
    connection.commit();
    // Files are there before their events: each that the rows know of is in the vault by now.
    long files = VaultCopy.missing(vault, records.resolve("vault"));
    ofKeys.finish();
    ofRecords.finish();
    int removed = removeOld(keys, at.minus(keepKeys));
    note(ofRecords.name(), at, rows, files);
    return new Result(ofRecords.name(), rows, wrapped, files, removed);
  }

  private long copy(Generation generation, boolean keys) throws IOException, SQLException {
    long rows = 0;
    PGConnection postgres = connection.unwrap(PGConnection.class);
    for (Table table : Table.of(connection, keys)) {
      rows +=
          generation.add(table, out -> postgres.getCopyAPI().copyOut(table.copy("to stdout"), out));
    }
    return rows;
  }

  /** A destroyed key must not go on living in older copies; the newest always stays. */
  private static int removeOld(Path keys, Instant before) throws IOException {
    List<Generation> all = Generation.in(keys);
    int removed = 0;
    for (Generation generation : all.subList(Math.min(1, all.size()), all.size())) {
      if (generation.at().isBefore(before)) {
        generation.delete();
        removed++;
      }
    }
    return removed;
  }

  private void note(String generation, Instant began, long rows, long files) throws SQLException {
    connection.setReadOnly(false);
    try (PreparedStatement run = connection.prepareStatement(RUN)) {
      run.setString(1, generation);
      run.setObject(2, began.atOffset(ZoneOffset.UTC));
      run.setLong(3, rows);
      run.setLong(4, files);
      run.executeUpdate();
    }
    connection.commit();
  }

  /** Which migrations made the tables. */
  static String shape(Connection connection) throws SQLException {
    java.security.MessageDigest hash = Generation.sha256();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select version || ' ' || checksum from public.flyway_schema_history
                 where success and version is not null order by version collate "C"\
                """)) {
      while (rows.next()) {
        hash.update((rows.getString(1) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(hash.digest()).substring(0, 16).toLowerCase(Locale.ROOT);
  }
}
