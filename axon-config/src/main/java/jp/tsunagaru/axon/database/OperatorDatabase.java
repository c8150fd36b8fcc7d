package jp.tsunagaru.axon.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database for a command of the operator: the one of the running application, or the embedded
 * one started for as long as the command takes.
 */
public final class OperatorDatabase implements AutoCloseable {
  private static final int PORT_LINE = 3;

  private final String url;
  private final String user;
  private final String password;
  private final @Nullable EmbeddedDatabase started;

  private OperatorDatabase(
      String url, String user, String password, @Nullable EmbeddedDatabase started) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.started = started;
  }

  /**
   * @param url blank for the embedded database of the data folder
   */
  public static OperatorDatabase of(Path data, String url) throws IOException {
    if (!url.isBlank()) {
      return new OperatorDatabase(
          url,
          environment("TSUNAGARU_DATABASE_USERNAME", "tsunagaru"),
          environment("TSUNAGARU_DATABASE_PASSWORD", ""),
          null);
    }
    EmbeddedDatabase embedded = EmbeddedDatabase.in(data);
    Path running = data.resolve("postgresql").resolve("postmaster.pid");
    if (Files.exists(running)) {
      List<String> lines = Files.readAllLines(running);
      if (lines.size() > PORT_LINE) {
        OperatorDatabase beside =
            new OperatorDatabase(
                "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/postgres",
                embedded.user(),
                embedded.password(),
                null);
        if (beside.answers()) {
          return beside;
        }
      }
    }
    EmbeddedDatabase own = EmbeddedDatabase.startingIn(data);
    return new OperatorDatabase(own.jdbcUrl(), own.user(), own.password(), own);
  }

  private static String environment(String name, String otherwise) {
    return Objects.requireNonNullElse(System.getenv(name), otherwise);
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** For libraries that want one. */
  public DataSource dataSource() {
    return new DriverManagerDataSource(url, user, password);
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (started != null) {
      started.close();
    }
  }
}
