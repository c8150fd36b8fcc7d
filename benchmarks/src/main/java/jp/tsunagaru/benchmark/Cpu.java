package jp.tsunagaru.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the application and its database used of the processor. On a machine that is shared with
 * others it says more than the clock.
 */
final class Cpu {
  private final Path data;

  /** What processes of the database had used when they were last seen: some have ended since. */
  private final Map<ProcessHandle, Duration> seen = new HashMap<>();

  Cpu(Path data) {
    this.data = data;
  }

  record Used(Duration application, Duration database) {
    String per(long pieces) {
      return String.format(
          Locale.ROOT,
          "CPU %.0f+%.0f µs",
          application.toNanos() / 1e3 / pieces,
          database.toNanos() / 1e3 / pieces);
    }

    Used plus(Used other) {
      return new Used(application.plus(other.application()), database.plus(other.database()));
    }

    Used minus(Used before) {
      return new Used(application.minus(before.application()), database.minus(before.database()));
    }
  }

  Used used() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    ProcessHandle.allProcesses()
        .filter(process -> process.info().command().filter(this::isOurs).isPresent())
        .forEach(process ->
            process.info().totalCpuDuration().ifPresent(used -> seen.put(process, used)));
    Duration database = seen.values().stream().reduce(Duration.ZERO, Duration::plus);
    return new Used(Duration.ofNanos(system.getProcessCpuTime()), database);
  }

  private boolean isOurs(String command) {
    return command.startsWith(data.toString()) && command.endsWith("postgres");
  }
}
