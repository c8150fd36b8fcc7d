package jp.tsunagaru.axon.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL as a child process, durable, in a folder of the data directory. It listens on
 * loopback only and asks for a password that lies beside it, readable by its owner alone.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String USER = "postgres";

  private final CompletableFuture<EmbeddedPostgres> server;
  private final Path home;

  private EmbeddedDatabase(Path home) {
    this.home = home;
    this.server = new CompletableFuture<>();
  }

  /** Not started: says where it is and how to sign in. */
  static EmbeddedDatabase in(Path data) {
    return new EmbeddedDatabase(data);
  }

  /** Starts in the background: the rest of the application gets ready meanwhile. */
  static EmbeddedDatabase startingIn(Path data) {
    EmbeddedDatabase database = new EmbeddedDatabase(data);
    Thread.ofPlatform()
        .name("embedded-postgres")
        .start(() -> {
          try {
            database.server.complete(database.start());
          } catch (IOException | RuntimeException e) {
            database.server.completeExceptionally(e);
          }
        });
    return database;
  }

  String user() {
    return USER;
  }

  String password() {
    try {
      return Files.readString(passwordFile()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the server answers. */
  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:"
        + server.join().getPort()
        + "/postgres?reWriteBatchedInserts=true";
  }

  @Override
  public void close() throws IOException {
    if (!server.isCompletedExceptionally()) {
      server.join().close();
    }
  }

  private Path passwordFile() {
    return home.resolve("keys").resolve("database.password");
  }

  private EmbeddedPostgres start() throws IOException {
    long begin = System.nanoTime();
    Path data = home.resolve("postgresql");
    DataFolder.check(home, data);
    String password = madeOrKeptPassword();
    stopOrphan(data);
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(programs())
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setLocaleConfig("locale", "C.UTF-8")
            // The order of the C library without its calls: a third less for an index that is
            // built.
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("pwfile", passwordFile().toString())
            .setLocaleConfig("auth-host", "scram-sha-256")
            .setLocaleConfig("auth-local", "scram-sha-256")
            .setConnectConfig("password", password)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "''")
            // Values of rows would stand in the server's own messages.
            .setServerConfig("log_error_verbosity", "terse")
            .setServerConfig("log_min_error_statement", "panic")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("max_wal_size", "2GB")
            // The library starts its servers for tests: without these two, acknowledged work dies
            // with the power.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start();
    LOG.info(
        "PostgreSQL answers on port {} after {} ms",
        postgres.getPort(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    return postgres;
  }

  /** Beside the data, or where the library was told to unpack for everybody. */
  private File programs() {
    String shared = System.getProperty("ot.epg.working-dir");
    return shared == null ? home.resolve("postgresql-programs").toFile() : new File(shared);
  }

  private String madeOrKeptPassword() throws IOException {
    Path file = passwordFile();
    Files.createDirectories(file.getParent());
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Files.writeString(file, HexFormat.of().formatHex(random), StandardCharsets.US_ASCII);
    } catch (FileAlreadyExistsException kept) {
      // Made at the first start.
    }
    return Files.readString(file).strip();
  }

  /**
   * A killed application leaves its server running. It is stopped here when nobody holds the lock
   * of the data folder; when somebody does, another instance is running and this one gives way.
   */
  private static void stopOrphan(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    try (FileChannel channel =
            FileChannel.open(
                data.resolve("epg-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw new DataFolderInUseException(data);
      }
      long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
      Optional<ProcessHandle> orphan =
          ProcessHandle.of(pid)
              .filter(process ->
                  process.info().command().map(c -> c.endsWith("postgres")).orElse(false));
      if (orphan.isPresent()) {
        LOG.warn("Stopping the PostgreSQL that an earlier start left behind");
        orphan.get().destroy();
        orphan.get().onExit().orTimeout(30, TimeUnit.SECONDS).join();
      }
    } catch (OverlappingFileLockException sameProcess) {
      throw new DataFolderInUseException(data);
    }
  }
}
