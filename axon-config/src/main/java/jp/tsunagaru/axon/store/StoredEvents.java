package jp.tsunagaru.axon.store;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads a storage engine in blocks and wakes its readers the moment a commit made something
 * readable. Axon's own embedded store has no such call-back: its processors look twice a second,
 * which a person waiting for a colleague's post can feel.
 */
final class StoredEvents implements StreamableMessageSource<TrackedEventMessage<?>> {
  private final EventStorageEngine engine;
  private final int block;
  private final Set<Reader> readers = ConcurrentHashMap.newKeySet();

  StoredEvents(EventStorageEngine engine, int block) {
    this.engine = engine;
    this.block = block;
  }

  /** To be called after each commit that stored something. */
  void appended() {
    readers.forEach(Reader::wake);
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken from) {
    Reader reader = new Reader(from);
    readers.add(reader);
    return reader;
  }

  @Override
  public TrackingToken createTailToken() {
    return engine.createTailToken();
  }

  @Override
  public TrackingToken createHeadToken() {
    return engine.createHeadToken();
  }

  @Override
  public TrackingToken createTokenAt(Instant at) {
    return engine.createTokenAt(at);
  }

  private final class Reader implements BlockingStream<TrackedEventMessage<?>> {
    private final Queue<TrackedEventMessage<?>> read = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private @Nullable TrackingToken position;
    private volatile boolean news = true;
    private volatile Runnable onAvailable = () -> {};

    Reader(@Nullable TrackingToken from) {
      this.position = from;
    }

    void wake() {
      news = true;
      lock.lock();
      try {
        appended.signalAll();
      } finally {
        lock.unlock();
      }
      onAvailable.run();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      fill();
      return Optional.ofNullable(read.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      long nanos = unit.toNanos(timeout);
      while (!fill()) {
        if (nanos <= 0) {
          return false;
        }
        lock.lockInterruptibly();
        try {
          if (!news) {
            nanos = appended.awaitNanos(nanos);
            // Another process may have appended without telling: look again at the end.
            news = true;
          }
        } finally {
          lock.unlock();
        }
      }
      return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
      return read.remove();
    }

    private boolean fill() {
      if (!read.isEmpty()) {
        return true;
      }
      news = false;
      try (Stream<? extends TrackedEventMessage<?>> stored = engine.readEvents(position, false)) {
        Iterator<? extends TrackedEventMessage<?>> events = stored.iterator();
        while (read.size() < block && events.hasNext()) {
          TrackedEventMessage<?> event = events.next();
          read.add(event);
          position = event.trackingToken();
        }
      }
      return !read.isEmpty();
    }

    @Override
    public void close() {
      readers.remove(this);
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      onAvailable = callback;
      // The coordinator then also looks by itself from time to time, for what others appended.
      return true;
    }
  }
}
