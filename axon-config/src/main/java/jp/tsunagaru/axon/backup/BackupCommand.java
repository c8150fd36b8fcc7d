package jp.tsunagaru.axon.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import jp.tsunagaru.axon.database.OperatorDatabase;
import org.flywaydb.core.Flyway;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The operator's commands {@code --backup} and {@code --restore}. A backup only reads and works
 * beside the running application. A restore refuses anything but an empty database, a damaged
 * backup, keys older than the records, and a master key that does not open them.
 */
public final class BackupCommand {
  private static final int ARGUMENTS = 7;
  private static final int KEEP_KEYS_DAYS = 7;
  private static final String VAULT = "vault";

  private final Path data;
  private final String url;
  private final Path records;
  private final Path keys;
  private final Path vault;
  private final Path masterKey;
  private final PrintStream out;

  private BackupCommand(String[] args, PrintStream out) {
    this.data = Path.of(args[1]).toAbsolutePath();
    this.url = args[2];
    this.records = Path.of(args[3]).toAbsolutePath().normalize();
    this.keys = Path.of(args[4]).toAbsolutePath().normalize();
    this.vault = args[5].isBlank() ? data.resolve(VAULT) : Path.of(args[5]).toAbsolutePath();
    this.masterKey =
        args[6].isBlank()
            ? data.resolve("keys").resolve("master.key")
            : Path.of(args[6]).toAbsolutePath();
    this.out = out;
  }

  /**
   * {@code backup} or {@code restore}, data folder, URL of an external database or blank, folder of
   * the records, folder of the keys, vault or blank, master key or blank.
   */
  public static void main(String[] args) throws Exception {
    LoggingSystem logging = LoggingSystem.get(BackupCommand.class.getClassLoader());
    logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    // Numbers of migrations are handed out by module; that their order mixes is no news.
    logging.setLogLevel("org.flywaydb", LogLevel.ERROR);
    System.exit(run(args, System.out));
  }

  /** 0 done, 1 refused with a sentence, 2 called wrongly. */
  public static int run(String[] args, PrintStream out) throws IOException, SQLException {
    if (args.length != ARGUMENTS || args[3].isBlank() || args[4].isBlank()) {
      out.println(CannotBackUpException.text("backup.arguments"));
      return 2;
    }
    BackupCommand command = new BackupCommand(args, out);
    try {
      command.checkApart();
      if (args[0].equals("restore")) {
        command.restore();
      } else {
        command.backup();
      }
      return 0;
    } catch (CannotBackUpException refused) {
      out.println(refused.getMessage());
      return 1;
    }
  }

  /** Records and keys on one medium would be one backup that opens itself with one more file. */
  private void checkApart() throws CannotBackUpException {
    if (records.startsWith(keys) || keys.startsWith(records)) {
      throw new CannotBackUpException("backup.not-apart");
    }
  }

  private void backup() throws IOException, SQLException, CannotBackUpException {
    if (url.isBlank() && !Files.isDirectory(data.resolve("postgresql"))) {
      throw new CannotBackUpException("backup.no-data", data);
    }
    try (OperatorDatabase database = OperatorDatabase.of(data, url);
        Connection connection = database.connect()) {
      if (isEmpty(connection)) {
        throw new CannotBackUpException("backup.no-data", url.isBlank() ? data : url);
      }
      Backup.Result result = new Backup(connection).write(vault, records, keys, keepKeys());
      say("backup.done", result.generation(), result.rows(), result.files(), records);
      say("backup.keys", result.keys(), keys, result.removed());
      say("backup.master-key", masterKey);
    }
  }

  private void restore() throws IOException, SQLException, CannotBackUpException {
    Generation ofRecords = chosen();
    List<Generation> allKeys = Generation.in(keys);
    if (allKeys.isEmpty()) {
      throw new CannotBackUpException("backup.none", keys);
    }
    Generation ofKeys = allKeys.getFirst();
    if (ofKeys.at().isBefore(ofRecords.at())) {
      throw new CannotBackUpException("backup.keys-too-old", ofKeys.name(), ofRecords.name());
    }
    ofRecords.check();
    ofKeys.check();
    if (!Files.exists(masterKey)) {
      throw new CannotBackUpException("backup.no-master-key", masterKey);
    }
    try (OperatorDatabase database = OperatorDatabase.of(data, url)) {
      try (Connection connection = database.connect()) {
        if (!isEmpty(connection)) {
          throw new CannotBackUpException("backup.not-empty", url.isBlank() ? data : url);
        }
      }
      Flyway.configure()
          .dataSource(database.dataSource())
          .locations("classpath:db/migration")
          .outOfOrder(true)
          .load()
          .migrate();
      try (Connection connection = database.connect()) {
        Restore.Result result =
            new Restore(connection).read(ofRecords, ofKeys, vault, vaultOf(ofRecords), masterKey);
        say("backup.restored", ofRecords.name(), ofKeys.name(), result.rows(), result.files());
        if (result.patients() + result.documents() > 0) {
          say("backup.destroyed-since", result.patients(), result.documents());
        }
        say("backup.start-now");
      }
    }
  }

  /** A folder of generations stands for its newest. */
  private Generation chosen() throws IOException, CannotBackUpException {
    var one = Generation.read(records);
    if (one.isPresent()) {
      return one.get();
    }
    return Generation.in(records).stream()
        .findFirst()
        .orElseThrow(() -> new CannotBackUpException("backup.none", records));
  }

  private Path vaultOf(Generation generation) {
    return records.endsWith(generation.name())
        ? records.resolveSibling(VAULT)
        : records.resolve(VAULT);
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : List.of("store.domain_event_entry", "keys.subject_key")) {
        try (ResultSet there = statement.executeQuery("select to_regclass('" + table + "')")) {
          there.next();
          if (there.getString(1) == null) {
            continue;
          }
        }
        try (ResultSet rows =
            statement.executeQuery("select exists (select 1 from " + table + ")")) {
          rows.next();
          if (rows.getBoolean(1)) {
            return false;
          }
        }
      }
      return true;
    }
  }

  private static Duration keepKeys() throws CannotBackUpException {
    String days =
        Objects.requireNonNullElse(
            System.getenv("TSUNAGARU_KEEP_KEYS_DAYS"), Integer.toString(KEEP_KEYS_DAYS));
    if (!days.matches("[0-9]{1,4}")) {
      throw new CannotBackUpException("backup.keep-keys-days");
    }
    return Duration.ofDays(Long.parseLong(days));
  }

  private void say(String key, Object... parameters) {
    out.println(CannotBackUpException.text(key, parameters));
  }
}
