package jp.tsunagaru.axon.proof;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Moves the logs on beside the work of people: nobody waits for it. What it has not taken in when
 * the process dies is still noted, and taken in by the next start.
 */
final class ProofAppender implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ProofAppender.class);
  private static final Duration RECHECK_EVERY = Duration.ofSeconds(10);
  private static final Duration END = Duration.ofSeconds(10);

  private final List<ProofLog> logs;
  private final ProofProperties properties;
  private volatile @Nullable ScheduledExecutorService worker;
  private volatile boolean running;
  private boolean silent;
  private long lookedAgain = System.nanoTime();

  ProofAppender(List<ProofLog> logs, ProofProperties properties) {
    this.logs = logs;
    this.properties = properties;
  }

  @Override
  public void start() {
    running = true;
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("proof").factory());
    worker = thread;
    thread.scheduleWithFixedDelay(
        this::turn, 0, properties.pause().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void turn() {
    try {
      boolean look = System.nanoTime() - lookedAgain >= RECHECK_EVERY.toNanos();
      for (ProofLog log : logs) {
        turn(log, look);
      }
      if (look) {
        lookedAgain = System.nanoTime();
      }
      silent = false;
    } catch (IOException | RuntimeException e) {
      // Once an outage.
      if (running && !silent) {
        LOG.error("The proof cannot go on; trying until it can: {}", e.getClass().getName());
        LOG.debug("", e);
        silent = true;
      }
    }
  }

  private void turn(ProofLog log, boolean look) throws IOException {
    if (!log.isOpen()) {
      log.open();
    }
    do {
      log.append();
      log.signWhenDue();
    } while (running && log.isBehind());
    if (look) {
      log.lookAgain(properties.recheck());
    }
  }

  /** An ordinary end leaves nothing unsigned. */
  @Override
  public void stop() {
    running = false;
    ScheduledExecutorService thread = worker;
    worker = null;
    if (thread == null) {
      return;
    }
    thread.shutdown();
    try {
      if (!thread.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      for (ProofLog log : logs) {
        if (log.isOpen()) {
          log.append();
          log.sign();
          log.close();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.warn("The last events are signed at the next start: {}", e.getClass().getName());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
