package jp.tsunagaru.axon.work;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work on a thread of its own, from some time after the start on and an hour after its last end. A
 * failure is told by its kind and tried again in an hour.
 */
public abstract class RegularWork implements SmartLifecycle {
  private static final Duration INTERVAL = Duration.ofHours(1);

  private final Logger log = LoggerFactory.getLogger(getClass());
  private final String name;
  private final Duration first;
  private volatile @Nullable ScheduledExecutorService worker;

  /**
   * @param name of the thread
   * @param first how long after the start
   */
  protected RegularWork(String name, Duration first) {
    this.name = name;
    this.first = first;
  }

  protected abstract void work();

  @Override
  public final void start() {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
    worker = thread;
    thread.scheduleWithFixedDelay(
        this::tryIt, first.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tryIt() {
    try {
      work();
    } catch (RuntimeException away) {
      log.warn("it is tried again in an hour: {}", away.getClass().getName());
    }
  }

  @Override
  public final void stop() {
    ScheduledExecutorService running = worker;
    worker = null;
    if (running != null) {
      running.shutdownNow();
    }
  }

  @Override
  public final boolean isRunning() {
    return worker != null;
  }
}
