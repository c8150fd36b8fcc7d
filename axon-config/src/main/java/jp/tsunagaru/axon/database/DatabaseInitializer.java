package jp.tsunagaru.axon.database;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ResourceBundle;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Before anything else: starts the embedded database in the background, or waits for the external
 * one and for the Axon Server, saying which of them is away. The application goes on by itself when
 * they come.
 */
final class DatabaseInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseInitializer.class);
  private static final String EMBEDDED = "embeddedDatabase";
  private static final Duration PAUSE = Duration.ofSeconds(3);

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Environment environment = context.getEnvironment();
    String url = environment.getProperty("tsunagaru.database.url", "");
    GenericApplicationContext beans = (GenericApplicationContext) context;
    if (url.isBlank()) {
      Path data = Path.of(environment.getProperty("tsunagaru.data", "data")).toAbsolutePath();
      EmbeddedDatabase database = EmbeddedDatabase.startingIn(data);
      beans.registerBean(
          EMBEDDED,
          EmbeddedDatabase.class,
          () -> database,
          definition -> definition.setDestroyMethodName("close"));
      beans.registerBean(
          JdbcConnectionDetails.class,
          () -> {
            EmbeddedDatabase started = beans.getBean(EmbeddedDatabase.class);
            return new Details(started.jdbcUrl(), started.user(), started.password());
          },
          // The server's end then comes after that of the connection pool.
          definition -> definition.setDependsOn(EMBEDDED));
    } else {
      String user = environment.getProperty("tsunagaru.database.username", "tsunagaru");
      String password = environment.getProperty("tsunagaru.database.password", "");
      if (!new Driver().acceptsURL(url)) {
        throw new CannotStartException("start.database-url");
      }
      await("PostgreSQL " + withoutParameters(url), () -> answers(url, user, password));
      beans.registerBean(JdbcConnectionDetails.class, () -> new Details(url, user, password));
    }
    String axonServer = environment.getProperty("tsunagaru.events.axon-server", "");
    if (!axonServer.isBlank()) {
      await("Axon Server " + axonServer, () -> listens(axonServer));
    }
  }

  private static void await(String what, BooleanSupplier there) {
    boolean told = false;
    while (!there.getAsBoolean()) {
      if (!told) {
        LOG.error("{} does not answer. Waiting for it; the start goes on when it comes.", what);
        System.err.println(
            MessageFormat.format(
                ResourceBundle.getBundle("texts/start").getString("start.waiting"), what));
        told = true;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      if (Thread.interrupted()) {
        throw new IllegalStateException("stopped while waiting for " + what);
      }
    }
    if (told) {
      LOG.info("{} answers now", what);
    }
  }

  private static boolean answers(String url, String user, String password) {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      return connection.isValid(5);
    } catch (SQLException e) {
      LOG.debug("not yet: SQL state {}", e.getSQLState());
      String state = String.valueOf(e.getSQLState());
      // Waiting would not help, and the driver's own message may repeat what it was given.
      switch (state) {
        case "28P01", "28000" ->
            throw new CannotStartException("start.database-password", withoutParameters(url), user);
        case "3D000" ->
            throw new CannotStartException("start.database-unknown", withoutParameters(url));
        default -> {
          return false;
        }
      }
    }
  }

  private static boolean listens(String server) {
    URI address = address(server);
    int port = address.getPort() < 0 ? 8124 : address.getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), port), 3_000);
      return true;
    } catch (java.io.IOException e) {
      return false;
    }
  }

  private static URI address(String server) {
    try {
      URI address = URI.create("tcp://" + server);
      if (address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException unreadable) {
      // Said below.
    }
    throw new CannotStartException("start.axon-server-address");
  }

  private static String withoutParameters(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  private record Details(String jdbcUrl, String username, String secret)
      implements JdbcConnectionDetails {
    @Override
    public String getJdbcUrl() {
      return jdbcUrl;
    }

    @Override
    public String getUsername() {
      return username;
    }

    @Override
    public String getPassword() {
      return secret;
    }
  }
}
