package jp.tsunagaru.axon.store;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
 *
 * <p>Whoever has caught up shares what comes next with all the others: a post is read and opened
 * once, not once for each of a dozen processors.
 */
final class StoredEvents implements StreamableMessageSource<TrackedEventMessage<?>> {
  /** Who falls back further reads alone again, so that the shared events can be let go. */
  private static final int LONGEST_TAIL = 5_000;

  /** How soon to look again for what another process appended without telling. */
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(200);

  private final EventStorageEngine engine;
  private final int block;
  private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
  private final AtomicLong commits = new AtomicLong();
  private final Tail tail = new Tail();

  StoredEvents(EventStorageEngine engine, int block) {
    this.engine = engine;
    this.block = block;
  }

  /** To be called after each commit that stored something. */
  void appended() {
    commits.incrementAndGet();
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

  private Queue<TrackedEventMessage<?>> stored(@Nullable TrackingToken position) {
    Queue<TrackedEventMessage<?>> read = new ArrayDeque<>();
    try (Stream<? extends TrackedEventMessage<?>> stored = engine.readEvents(position, false)) {
      Iterator<? extends TrackedEventMessage<?>> events = stored.iterator();
      while (read.size() < block && events.hasNext()) {
        read.add(events.next());
      }
    }
    return read;
  }

  /** Before the first event there is a token or none. */
  private static long place(@Nullable TrackingToken token) {
    return token == null ? -1 : token.position().orElse(-1);
  }

  /** A place in the shared tail: behind {@code token}, whose event is the one before. */
  private static final class Node {
    private final @Nullable TrackingToken token;
    private final @Nullable TrackedEventMessage<?> event;
    private final long number;
    private volatile @Nullable Node next;

    Node(@Nullable TrackingToken token, @Nullable TrackedEventMessage<?> event, long number) {
      this.token = token;
      this.event = event;
      this.number = number;
    }
  }

  private final class Tail {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Node newest;
    private long seen;
    private long lookedAt;

    /** Appends what was committed since, unless somebody else just did. */
    void read() {
      lock.lock();
      try {
        if (seen != commits.get() || System.nanoTime() - lookedAt > LOOK_AGAIN) {
          readNow();
        }
      } finally {
        lock.unlock();
      }
    }

    private void readNow() {
      Node last = newest;
      if (last == null) {
        return;
      }
      long before = commits.get();
      Queue<TrackedEventMessage<?>> found = stored(last.token);
      for (TrackedEventMessage<?> event : found) {
        Node node = new Node(event.trackingToken(), event, last.number + 1);
        last.next = node;
        last = node;
      }
      newest = last;
      if (found.size() < block) {
        seen = before;
        lookedAt = System.nanoTime();
      }
    }

    /**
     * Where a reader at this position may go on, or nothing when there is more to read for it
     * alone.
     *
     * <p>Reader and tail have both just seen everything that can be seen. Where their tokens name
     * different gaps, the one without a gap knows that nothing will ever fill it.
     */
    @Nullable Node joined(@Nullable TrackingToken position) {
      lock.lock();
      try {
        readNow();
        Node last = newest;
        if (last == null) {
          newest = new Node(position, null, 0);
          return newest;
        }
        boolean same = place(position) == place(last.token);
        return same && stored(position).isEmpty() ? last : null;
      } finally {
        lock.unlock();
      }
    }

    long number() {
      Node last = newest;
      return last == null ? 0 : last.number;
    }
  }

  /** A coordinator asks from two threads at once: after its turn for more, and in its next turn. */
  private final class Reader implements BlockingStream<TrackedEventMessage<?>> {
    private final ReentrantLock reading = new ReentrantLock();
    private final Queue<TrackedEventMessage<?>> read = new ArrayDeque<>();
    private @Nullable TrackingToken position;
    private @Nullable Node at;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
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
      return Optional.ofNullable(next(false));
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      long nanos = unit.toNanos(timeout);
      while (next(false) == null) {
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
      while (true) {
        TrackedEventMessage<?> event = next(true);
        if (event != null) {
          return event;
        }
        hasNextAvailable(1, TimeUnit.SECONDS);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }

    private @Nullable TrackedEventMessage<?> next(boolean take) {
      reading.lock();
      try {
        news = false;
        if (at != null && tail.number() - at.number > LONGEST_TAIL) {
          position = at.token;
          at = null;
        }
        return at == null ? own(take) : shared(at, take);
      } finally {
        reading.unlock();
      }
    }

    private @Nullable TrackedEventMessage<?> own(boolean take) {
      if (read.isEmpty()) {
        read.addAll(stored(position));
      }
      if (read.isEmpty()) {
        at = tail.joined(position);
        if (at != null) {
          return shared(at, take);
        }
        // Nothing, if its place is one that the tail never comes to: it waits like everybody.
        read.addAll(stored(position));
      }
      TrackedEventMessage<?> event = read.peek();
      if (take && event != null) {
        position = event.trackingToken();
        read.remove();
      }
      return event;
    }

    private @Nullable TrackedEventMessage<?> shared(Node last, boolean take) {
      if (last.next == null) {
        tail.read();
      }
      Node node = last.next;
      if (node == null) {
        return null;
      }
      if (take) {
        at = node;
      }
      return node.event;
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
