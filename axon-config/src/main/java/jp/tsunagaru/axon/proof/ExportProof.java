package jp.tsunagaru.axon.proof;

import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import jp.tsunagaru.axon.database.OperatorDatabase;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The operator's command that writes what a verifier needs: the stored events of each log in its
 * order up to the last signed head, the heads and the public key. It only reads, and works beside
 * the running application.
 */
public final class ExportProof {
  private static final int BLOCK = 500;
  private static final int ARGUMENTS = 5;
  private static final int SERVER_BLOCK = 5_000;

  private ExportProof() {}

  /**
   * Data folder, URL of an external database or blank, Axon Server or blank, folder of the heads or
   * blank, target. User and password are taken from the environment: other people can read
   * arguments.
   */
  public static void main(String[] args) throws Exception {
    LoggingSystem.get(ExportProof.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    System.exit(run(args, System.out));
  }

  static int run(String[] args, PrintStream out) throws IOException, SQLException {
    if (args.length != ARGUMENTS) {
      out.println(text("proof.export.arguments"));
      return 2;
    }
    Path data = Path.of(args[0]).toAbsolutePath();
    Path heads = args[3].isBlank() ? data.resolve("proof") : Path.of(args[3]).toAbsolutePath();
    Path key = heads.resolve(ProofConfiguration.PUBLIC_KEY);
    if (!Files.exists(key)) {
      out.println(text("proof.export.nothing", heads));
      return 2;
    }
    Path target = Files.createDirectories(Path.of(args[4]).toAbsolutePath());
    try (OperatorDatabase database = OperatorDatabase.of(data, args[1]);
        Connection connection = database.connect()) {
      // Each log is read after its heads were copied: what they cover is there by then.
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      if (args[2].isBlank()) {
        for (String log : List.of(ProofConfiguration.DOMAIN, ProofConfiguration.ACCESS)) {
          tell(log, export(log, heads, target, fromTable(connection, log)), target, out);
        }
      } else {
        AxonServerConnectionFactory servers = servers(args[2]);
        try {
          EventChannel events = servers.connect("default").eventChannel();
          String log = ProofConfiguration.SERVER;
          tell(log, export(log, heads, target, fromServer(connection, events)), target, out);
        } finally {
          servers.shutdown();
        }
      }
    }
    Files.copy(
        key, target.resolve(ProofConfiguration.PUBLIC_KEY), StandardCopyOption.REPLACE_EXISTING);
    out.println(text("proof.export.verify"));
    return 0;
  }

  private static void tell(String log, Optional<Long> written, Path target, PrintStream out) {
    out.println(
        written.isPresent()
            ? text("proof.export.log", log, Long.toString(written.get()), target)
            : text("proof.export.unsigned", log));
  }

  private static AxonServerConnectionFactory servers(String address) {
    int colon = address.lastIndexOf(':');
    return AxonServerConnectionFactory.forClient("tsunagaru-export")
        .routingServers(
            colon < 0
                ? new ServerAddress(address)
                : new ServerAddress(
                    address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))))
        .build();
  }

  private interface Entries {
    /** Writes as many entries as are signed. */
    void write(long size, DataOutputStream out) throws IOException, SQLException;
  }

  /** How many entries are signed; empty when none are yet. */
  private static Optional<Long> export(String log, Path heads, Path target, Entries entries)
      throws IOException, SQLException {
    Path from = ProofConfiguration.heads(heads, log);
    if (!Files.exists(from)) {
      return Optional.empty();
    }
    Path copy = ProofConfiguration.heads(target, log);
    Files.copy(from, copy, StandardCopyOption.REPLACE_EXISTING);
    // A head may just be on its way into the file: the copy ends with a whole line.
    Optional<Head> last = new HeadFile(copy).last();
    if (last.isPresent()) {
      try (DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(
                  Files.newOutputStream(target.resolve(log + ".export")), 1 << 20))) {
        out.write(("tsunagaru export 1 " + log + "\n").getBytes(StandardCharsets.US_ASCII));
        entries.write(last.get().size(), out);
      }
    }
    return last.map(Head::size);
  }

  /** An event that is gone leaves no place here: it is the verifier that has to notice. */
  private static Entries fromTable(Connection connection, String log) {
    return (size, out) -> {
      try (PreparedStatement select =
          connection.prepareStatement(
              "select e.* from proof.entry n join store."
                  + log
                  + "_event_entry e on e.global_index = n.event_index"
                  + " where n.log = ? and n.position < ? order by n.position")) {
        select.setFetchSize(BLOCK);
        select.setString(1, log);
        select.setLong(2, size);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            write(PostgresEntries.entry(log, rows), out);
          }
        }
      }
    };
  }

  private static Entries fromServer(Connection connection, EventChannel events) {
    String log = ProofConfiguration.SERVER;
    JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    return (size, out) -> {
      try (ServerEntries entries = new ServerEntries(log, jdbc, () -> events)) {
        for (long from = 0; from < size; from += SERVER_BLOCK) {
          List<Long> indexes =
              jdbc.sql(
                      """
                      select event_index from proof.entry
                      where log = ? and position >= ? and position < ? order by position\
                      """)
                  .params(log, from, Math.min(size, from + SERVER_BLOCK))
                  .query(Long.class)
                  .list();
          for (StoredEntry entry : entries.stored(indexes)) {
            write(entry, out);
          }
        }
      }
    };
  }

  private static void write(StoredEntry entry, DataOutputStream out) throws IOException {
    byte[] bytes = entry.encoded();
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(String key, Object... parameters) {
    return MessageFormat.format(ResourceBundle.getBundle("texts/proof").getString(key), parameters);
  }
}
