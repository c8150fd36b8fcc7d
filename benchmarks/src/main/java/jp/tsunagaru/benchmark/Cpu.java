package jp.tsunagaru.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What the application and its database used of the processor. On a machine that is shared with
 * others it says more than the clock.
 */
final class Cpu {
  private final Path data;

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
    Duration database =
        ProcessHandle.allProcesses()
            .filter(process -> process.info().command().filter(this::isOurs).isPresent())
            .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
            .reduce(Duration.ZERO, Duration::plus);
    return new Used(Duration.ofNanos(system.getProcessCpuTime()), database);
  }

  private boolean isOurs(String command) {
    return command.startsWith(data.toString()) && command.endsWith("postgres");
  }
}
