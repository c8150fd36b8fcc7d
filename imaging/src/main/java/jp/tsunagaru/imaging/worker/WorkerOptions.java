package jp.tsunagaru.imaging.worker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How workers are run.
 *
 * @param classPath class path of the worker process; empty to derive it from where the classes of
 *     this module and its libraries were loaded from
 * @param maxHeap value of {@code -Xmx}
 * @param timeLimit wall-clock time for one job, not counting the wait in the queue
 * @param queueCapacity jobs that may wait; more are refused as busy
 * @param parallelism worker processes
 * @param jvmArguments further arguments of the worker's JVM
 */
public record WorkerOptions(
    Optional<String> classPath,
    String maxHeap,
    Duration timeLimit,
    int queueCapacity,
    int parallelism,
    List<String> jvmArguments) {

  public WorkerOptions {
    if (queueCapacity < 1 || parallelism < 1) {
      throw new IllegalArgumentException("Queue capacity and parallelism must be at least 1");
    }
    if (!timeLimit.isPositive()) {
      throw new IllegalArgumentException("The time limit must be positive");
    }
    if (!maxHeap.matches("[1-9][0-9]*[kKmMgG]")) {
      throw new IllegalArgumentException("The heap must be a size such as 256m");
    }
    jvmArguments = List.copyOf(jvmArguments);
  }

  /** Derived class path, 256 MB heap, 20 seconds, 64 waiting jobs, one process. */
  public static WorkerOptions standard() {
    return new WorkerOptions(Optional.empty(), "256m", Duration.ofSeconds(20), 64, 1, List.of());
  }

  public WorkerOptions withClassPath(String path) {
    return new WorkerOptions(
        Optional.of(path), maxHeap, timeLimit, queueCapacity, parallelism, jvmArguments);
  }

  public WorkerOptions withMaxHeap(String heap) {
    return new WorkerOptions(classPath, heap, timeLimit, queueCapacity, parallelism, jvmArguments);
  }

  public WorkerOptions withTimeLimit(Duration limit) {
    return new WorkerOptions(classPath, maxHeap, limit, queueCapacity, parallelism, jvmArguments);
  }

  public WorkerOptions withQueueCapacity(int capacity) {
    return new WorkerOptions(classPath, maxHeap, timeLimit, capacity, parallelism, jvmArguments);
  }

  public WorkerOptions withParallelism(int processes) {
    return new WorkerOptions(classPath, maxHeap, timeLimit, queueCapacity, processes, jvmArguments);
  }

  public WorkerOptions withJvmArguments(List<String> arguments) {
    return new WorkerOptions(classPath, maxHeap, timeLimit, queueCapacity, parallelism, arguments);
  }
}
