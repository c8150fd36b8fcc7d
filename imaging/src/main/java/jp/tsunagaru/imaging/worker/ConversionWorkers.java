package jp.tsunagaru.imaging.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tsunagaru.imaging.Inspection;
import jp.tsunagaru.imaging.Limits;
import jp.tsunagaru.imaging.PictureFacts;
import jp.tsunagaru.imaging.Reason;
import jp.tsunagaru.imaging.RenderOutcome;
import jp.tsunagaru.imaging.RenderRefused;
import jp.tsunagaru.imaging.dicom.DicomReaders;

/**
 * Converts files in processes of their own, so that a hostile file can cost one conversion and
 * nothing else.
 *
 * <p>Each worker does one file at a time. It is started with its first job, reused afterwards,
 * killed when a job exceeds the time limit and replaced for the next job. It inherits no
 * environment variables except those for locale, path and temporary files, and ends when this
 * process ends. Futures always complete with an outcome: a full queue answers {@link Reason#BUSY},
 * a job over the limit {@link Reason#TIMED_OUT}, a worker that died {@link Reason#CRASHED} (detail
 * {@code cause}: {@code memory} when the heap was exhausted).
 */
public final class ConversionWorkers implements AutoCloseable {
  private final BlockingQueue<WorkerSlot.Task> queue;
  private final List<WorkerSlot> slots = new ArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Prepares the workers without starting a process.
   *
   * @throws IllegalStateException if no class path is given and none can be derived, or if the
   *     DICOM reader that the system property names is not there
   */
  public ConversionWorkers(WorkerOptions options) {
    DicomReaders.require();
    String classPath = options.classPath().orElseGet(WorkerClassPath::derive);
    queue = new ArrayBlockingQueue<>(options.queueCapacity());
    for (int i = 1; i <= options.parallelism(); i++) {
      WorkerSlot slot = new WorkerSlot(i, options, classPath, queue);
      slots.add(slot);
      slot.start();
    }
  }

  /** Renders a file; see {@link jp.tsunagaru.imaging.Rendering} for what comes out. */
  public CompletableFuture<RenderOutcome> convert(ConversionJob job) {
    CompletableFuture<RenderOutcome> future = new CompletableFuture<>();
    submit(
        new WorkerSlot.Task(
            new Wire.RenderRequest(job),
            future::isDone,
            message -> future.complete(Wire.decodeOutcome(message)),
            (reason, details) -> future.complete(new RenderRefused(reason, details))));
    return future;
  }

  /** Inspects a file like {@link jp.tsunagaru.imaging.FileInspector}, but in a worker. */
  public CompletableFuture<Inspection> inspect(Path file, String originalName, Limits limits) {
    CompletableFuture<Inspection> future = new CompletableFuture<>();
    submit(
        new WorkerSlot.Task(
            new Wire.InspectRequest(file, originalName, limits),
            future::isDone,
            message -> future.complete(Wire.decodeInspection(message)),
            (reason, details) -> future.complete(new Inspection.Rejected(reason, details))));
    return future;
  }

  /**
   * Reads what a viewer has to know about a DICOM file; empty when it cannot be told, for whatever
   * reason.
   */
  public CompletableFuture<Optional<PictureFacts>> describe(Path file) {
    CompletableFuture<Optional<PictureFacts>> future = new CompletableFuture<>();
    submit(
        new WorkerSlot.Task(
            new Wire.DescribeRequest(file),
            future::isDone,
            message -> future.complete(Wire.decodeFacts(message)),
            (reason, details) -> future.complete(Optional.empty())));
    return future;
  }

  /** Ids of the worker processes that are alive now. */
  public List<Long> processIds() {
    return slots.stream().flatMap(slot -> slot.processId().stream()).toList();
  }

  private void submit(WorkerSlot.Task task) {
    if (closed.get() || !queue.offer(task)) {
      task.refused().accept(Reason.BUSY, Map.of("queue", closed.get() ? "closed" : "full"));
    } else if (closed.get()) {
      refuseWaiting();
    }
  }

  private void refuseWaiting() {
    List<WorkerSlot.Task> waiting = new ArrayList<>();
    queue.drainTo(waiting);
    waiting.forEach(task -> task.refused().accept(Reason.BUSY, Map.of("queue", "closed")));
  }

  /** Ends the worker processes; running and waiting jobs are refused. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      refuseWaiting();
      slots.forEach(WorkerSlot::stop);
    }
  }
}
