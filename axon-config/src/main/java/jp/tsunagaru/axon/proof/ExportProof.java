package jp.tsunagaru.axon.proof;

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

/**
 * The operator's command that writes what a verifier needs: the stored events of each log in its
 * order up to the last signed head, the heads and the public key. It only reads, and works beside
 * the running application.
 */
public final class ExportProof {
  private static final int BLOCK = 500;
  private static final int ARGUMENTS = 4;

  private ExportProof() {}

  /**
   * Data folder, URL of an external database or blank, folder of the heads or blank, target. User
   * and password are taken from the environment: other people can read arguments.
   */
  public static void main(String[] args) throws Exception {
    System.exit(run(args, System.out));
  }

  static int run(String[] args, PrintStream out) throws IOException, SQLException {
    if (args.length != ARGUMENTS) {
      out.println(text("proof.export.arguments"));
      return 2;
    }
    Path data = Path.of(args[0]).toAbsolutePath();
    Path heads = args[2].isBlank() ? data.resolve("proof") : Path.of(args[2]).toAbsolutePath();
    Path target = Files.createDirectories(Path.of(args[3]).toAbsolutePath());
    try (OperatorDatabase database = OperatorDatabase.of(data, args[1]);
        Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      for (String log : List.of(ProofConfiguration.DOMAIN, ProofConfiguration.ACCESS)) {
        Optional<Long> written = export(connection, log, heads, target);
        out.println(
            written.isPresent()
                ? text("proof.export.log", log, Long.toString(written.get()), target)
                : text("proof.export.unsigned", log));
      }
    }
    Files.copy(
        heads.resolve(ProofConfiguration.PUBLIC_KEY),
        target.resolve(ProofConfiguration.PUBLIC_KEY),
        StandardCopyOption.REPLACE_EXISTING);
    out.println(text("proof.export.verify"));
    return 0;
  }

  /** How many entries are signed; empty when none are yet. */
  static Optional<Long> export(Connection connection, String log, Path heads, Path target)
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
        write(connection, log, last.get().size(), out);
      }
    }
    return last.map(Head::size);
  }

  /** An event that is gone leaves no place here: it is the verifier that has to notice. */
  private static void write(Connection connection, String log, long size, DataOutputStream out)
      throws IOException, SQLException {
    String table = "store." + log + "_event_entry";
    try (PreparedStatement select =
        connection.prepareStatement(
            "select e.* from proof.entry n join "
                + table
                + " e on e.global_index = n.event_index"
                + " where n.log = ? and n.position < ? order by n.position")) {
      select.setFetchSize(BLOCK);
      select.setString(1, log);
      select.setLong(2, size);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          byte[] entry = PostgresEntries.entry(log, rows).encoded();
          out.writeInt(entry.length);
          out.write(entry);
        }
      }
    }
  }

  private static String text(String key, Object... parameters) {
    return MessageFormat.format(ResourceBundle.getBundle("texts/proof").getString(key), parameters);
  }
}
