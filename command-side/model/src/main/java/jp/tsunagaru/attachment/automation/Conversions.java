package jp.tsunagaru.attachment.automation;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.tsunagaru.attachment.automation.PendingConversions.Pending;
import jp.tsunagaru.attachment.event.AttachmentReceived;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works off {@link PendingConversions} one by one. The event only wakes it up: the list is in the
 * database since the file was received, so that neither a full queue nor a killed process loses a
 * picture, and no event processor waits for a conversion.
 */
@Component
@ProcessingGroup("attachment-conversion")
class Conversions implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Conversions.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final PendingConversions pending;
  private final Conversion conversion;
  private final Semaphore wake = new Semaphore(0);
  private volatile @Nullable Thread worker;

  Conversions(PendingConversions pending, Conversion conversion) {
    this.pending = pending;
    this.conversion = conversion;
  }

  @EventHandler
  void on(AttachmentReceived event) {
    wake.release();
  }

  @Override
  public void start() {
    Thread thread =
        Thread.ofPlatform().daemon().name("attachment-conversion").unstarted(this::work);
    worker = thread;
    thread.start();
  }

  private void work() {
    while (isRunning()) {
      try {
        if (!convertNext()) {
          wake.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
          wake.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      } catch (IOException | RuntimeException problem) {
        if (isRunning()) {
          LOG.warn("a conversion is tried again later", problem);
          pause();
        }
      }
    }
  }

  /** Whether there was anything to do. */
  private boolean convertNext() throws IOException {
    Optional<Pending> next = pending.take();
    if (next.isPresent()) {
      conversion.convert(next.get());
    }
    return next.isPresent();
  }

  private void pause() {
    try {
      wake.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    Thread running = worker;
    worker = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return worker != null;
  }
}
