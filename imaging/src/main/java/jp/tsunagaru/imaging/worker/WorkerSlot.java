package jp.tsunagaru.imaging.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import jp.tsunagaru.imaging.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker process and the thread that feeds it. */
final class WorkerSlot {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerSlot.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final int EXIT_OUT_OF_MEMORY = 3;
  private static final Path SHELL = Path.of("/bin/sh");

  /** The JVM itself and the largest picture that native code may decode, in kilobytes. */
  private static final long BESIDE_THE_HEAP = 1 << 20;

  private static final Set<String> KEPT_ENVIRONMENT =
      Set.of(
          "PATH",
          "HOME",
          "LANG",
          "LC_ALL",
          "LC_CTYPE",
          "TZ",
          "TMPDIR",
          "TEMP",
          "TMP",
          "SystemRoot",
          "FONTCONFIG_PATH",
          "FONTCONFIG_FILE",
          "XDG_CACHE_HOME");

  private final int number;
  private final WorkerOptions options;
  private final String classPath;
  private final BlockingQueue<Task> queue;
  private final Thread thread;
  private volatile boolean stopped;
  private volatile @Nullable Connection connection;

  WorkerSlot(int number, WorkerOptions options, String classPath, BlockingQueue<Task> queue) {
    this.number = number;
    this.options = options;
    this.classPath = classPath;
    this.queue = queue;
    this.thread =
        Thread.ofPlatform().daemon().name("conversion-worker-" + number).unstarted(this::run);
  }

  /** Takes the bytes of an answer. */
  @FunctionalInterface
  interface Answer {
    void accept(byte[] message) throws IOException;
  }

  /** A request and where its answer goes. */
  record Task(
      Wire.Request request,
      BooleanSupplier obsolete,
      Answer answered,
      BiConsumer<Reason, Map<String, String>> refused) {}

  private record Connection(Process process, DataOutputStream out, DataInputStream in) {
    void end() {
      process.destroyForcibly();
      try {
        process.waitFor(5, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void start() {
    thread.start();
  }

  void stop() {
    stopped = true;
    Connection current = connection;
    if (current != null) {
      current.end();
    }
    thread.interrupt();
  }

  Optional<Long> processId() {
    Connection current = connection;
    return current != null && current.process().isAlive()
        ? Optional.of(current.process().pid())
        : Optional.empty();
  }

  private void run() {
    try {
      while (!stopped) {
        Task task = queue.take();
        if (task.obsolete().getAsBoolean()) {
          continue;
        }
        try {
          work(task);
        } catch (RuntimeException e) {
          LOG.warn("Conversion worker {} failed", number, e);
          task.refused().accept(Reason.CRASHED, Map.of("cause", "internal"));
          drop();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      drop();
    }
  }

  private void work(Task task) {
    byte[] message;
    try {
      message = Wire.encode(task.request());
    } catch (IOException e) {
      task.refused().accept(Reason.CRASHED, Map.of("cause", "request"));
      return;
    }
    Connection current;
    try {
      current = connected();
    } catch (IOException e) {
      LOG.error("A conversion worker could not be started: {}", e.getMessage());
      drop();
      task.refused().accept(Reason.CRASHED, Map.of("cause", "start"));
      return;
    }
    AtomicBoolean late = new AtomicBoolean();
    CompletableFuture<Void> alarm = alarm(options.timeLimit(), current, late);
    try {
      Wire.send(current.out(), message);
      byte[] answer = Wire.receive(current.in());
      alarm.complete(null);
      task.answered().accept(answer);
    } catch (IOException e) {
      alarm.complete(null);
      task.refused().accept(late.get() ? Reason.TIMED_OUT : Reason.CRASHED, why(current, late));
      drop();
    }
  }

  private Map<String, String> why(Connection current, AtomicBoolean late) {
    if (late.get()) {
      return Map.of("limitMillis", Long.toString(options.timeLimit().toMillis()));
    }
    if (stopped) {
      return Map.of("cause", "closed");
    }
    try {
      if (current.process().waitFor(5, TimeUnit.SECONDS)) {
        int exit = current.process().exitValue();
        LOG.warn("Conversion worker {} ended with exit code {}", number, exit);
        return Map.of(
            "cause",
            exit == EXIT_OUT_OF_MEMORY ? "memory" : "exit",
            "exitCode",
            Integer.toString(exit));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Map.of("cause", "protocol");
  }

  /** Kills the process unless the returned future is completed within the limit. */
  private static CompletableFuture<Void> alarm(
      Duration limit, Connection current, AtomicBoolean late) {
    CompletableFuture<Void> alarm = new CompletableFuture<>();
    alarm
        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(timeout -> {
          late.set(true);
          current.process().destroyForcibly();
          return null;
        });
    return alarm;
  }

  private Connection connected() throws IOException {
    Connection current = connection;
    if (current != null && current.process().isAlive()) {
      return current;
    }
    drop();
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().keySet().retainAll(KEPT_ENVIRONMENT);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    Connection fresh =
        new Connection(
            process,
            new DataOutputStream(new BufferedOutputStream(process.getOutputStream())),
            new DataInputStream(new BufferedInputStream(process.getInputStream())));
    connection = fresh;
    if (stopped) {
      throw new IOException("The workers are shutting down");
    }
    AtomicBoolean late = new AtomicBoolean();
    CompletableFuture<Void> alarm = alarm(START_LIMIT, fresh, late);
    try {
      if (!WorkerMain.isHello(Wire.receive(fresh.in()))) {
        throw new IOException("The worker process does not answer as expected");
      }
    } finally {
      alarm.complete(null);
    }
    return fresh;
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL) && System.getProperty("os.name", "").equals("Linux")) {
      // What native code allocates is outside of the heap and has to end somewhere as well.
      long kilobytes = heapKilobytes(options.maxHeap()) + BESIDE_THE_HEAP;
      String limited = "ulimit -d " + kilobytes + " 2>/dev/null; exec \"$@\"";
      command.addAll(List.of(SHELL.toString(), "-c", limited, "worker"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + options.maxHeap());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:MaxDirectMemorySize=64m");
    command.add("-XX:-UsePerfData");
    command.add("-XX:-CreateCoredumpOnCrash");
    command.add("-XX:+SuppressFatalErrorMessage");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.awt.headless=true");
    command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
    command.add("-Ddicom.reader=" + System.getProperty("dicom.reader", "builtin"));
    String heif = System.getProperty("imaging.heif", "");
    if (!heif.isEmpty()) {
      command.add("-Dimaging.heif=" + heif);
    }
    String openJpeg = System.getProperty("dicom.openjpeg", "");
    if (!openJpeg.isEmpty()) {
      command.add("-Ddicom.openjpeg=" + openJpeg);
    }
    command.addAll(options.jvmArguments());
    command.add("-cp");
    command.add(classPath);
    command.add(WorkerMain.class.getName());
    return command;
  }

  private static long heapKilobytes(String heap) {
    long number = Long.parseLong(heap.substring(0, heap.length() - 1));
    return switch (heap.charAt(heap.length() - 1)) {
      case 'k', 'K' -> number;
      case 'm', 'M' -> number << 10;
      default -> number << 20;
    };
  }

  private void drop() {
    Connection current = connection;
    connection = null;
    if (current != null) {
      current.end();
    }
  }
}
