package jp.tsunagaru;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a real PostgreSQL, once for all tests of this JVM. */
final class RunningApplication {
  /**
   * A thousand passwords are hashed in these tests; what the real cost is has a test of its own.
   */
  static final String CHEAP_PASSWORDS = "--tsunagaru.password.memory-kib=64";

  static final String CITY_LOGIN = "city-admin";
  static final String CITY_ONE_TIME_PASSWORD = "Ichido-dake-no-aikotoba9";

  /** For the processes that tests start. */
  static final String SHARED_PROGRAMS =
      "-Dot.epg.working-dir=" + Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");

  private static @Nullable RunningApplication running;

  private final ConfigurableApplicationContext context;
  private final Path data;

  private RunningApplication(ConfigurableApplicationContext context, Path data) {
    this.context = context;
    this.data = data;
  }

  static synchronized RunningApplication get() {
    RunningApplication started = running;
    if (started == null) {
      started = start();
      running = started;
    }
    return started;
  }

  String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  Path data() {
    return data;
  }

  Path vault() {
    return data.resolve("vault");
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  private static RunningApplication start() {
    try {
      Path data = Files.createTempDirectory("tsunagaru-story");
      ConfigurableApplicationContext context =
          SpringApplication.run(
              TsunagaruApplication.class,
              "--server.port=0",
              "--server.address=127.0.0.1",
              "--tsunagaru.data=" + data,
              "--tsunagaru.proof.interval=1s",
              CHEAP_PASSWORDS,
              "--logging.file.name=" + data.resolve("application.log"),
              "--tsunagaru.bootstrap.password=" + CITY_ONE_TIME_PASSWORD);
      SpringApplication.getShutdownHandlers().add(() -> delete(data));
      return new RunningApplication(context, data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
