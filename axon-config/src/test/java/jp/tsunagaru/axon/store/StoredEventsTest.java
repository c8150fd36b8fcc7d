package jp.tsunagaru.axon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class StoredEventsTest {
  private final AtomicInteger reads = new AtomicInteger();
  private final EventStorageEngine engine =
      new InMemoryEventStorageEngine() {
        @Override
        public java.util.stream.Stream<? extends TrackedEventMessage<?>> readEvents(
            TrackingToken from, boolean mayBlock) {
          reads.incrementAndGet();
          return super.readEvents(from, mayBlock);
        }
      };
  private final StoredEvents events = new StoredEvents(engine, 50);

  @Test
  void readers_that_came_at_different_times_all_get_everything_once_and_in_order()
      throws Exception {
    append(0, 120);
    try (BlockingStream<TrackedEventMessage<?>> early = events.openStream(null);
        BlockingStream<TrackedEventMessage<?>> late = events.openStream(null)) {
      List<Object> first = taken(early, 120);
      append(120, 200);
      first.addAll(taken(early, 80));
      List<Object> second = taken(late, 200);
      append(200, 210);
      first.addAll(taken(early, 10));
      second.addAll(taken(late, 10));

      assertThat(first).isEqualTo(numbers(210));
      assertThat(second).isEqualTo(numbers(210));
      assertThat(early.hasNextAvailable()).isFalse();
    }
  }

  @Test
  void who_has_caught_up_does_not_read_what_another_has_read() throws Exception {
    append(0, 10);
    List<BlockingStream<TrackedEventMessage<?>>> readers =
        IntStream.range(0, 20).mapToObj(n -> events.openStream(null)).toList();
    for (BlockingStream<TrackedEventMessage<?>> reader : readers) {
      taken(reader, 10);
      assertThat(reader.hasNextAvailable()).isFalse();
    }
    int before = reads.get();

    append(10, 11);
    for (BlockingStream<TrackedEventMessage<?>> reader : readers) {
      assertThat(taken(reader, 1)).containsExactly(10);
    }

    assertThat(reads.get() - before).isLessThan(readers.size() / 2);
  }

  /** Before the first event one place has two names; a restored store may end before a token. */
  @Test
  void nobody_looks_again_and_again_where_nothing_is() throws Exception {
    BlockingStream<TrackedEventMessage<?>> first = events.openStream(null);
    assertThat(first.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
    BlockingStream<TrackedEventMessage<?>> second = events.openStream(events.createHeadToken());
    BlockingStream<TrackedEventMessage<?>> beyond =
        events.openStream(new GlobalSequenceTrackingToken(500));

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(second.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
          assertThat(beyond.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
          append(0, 3);
          assertThat(taken(first, 3)).isEqualTo(taken(second, 3));
          assertThat(beyond.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
        });
  }

  /** A coordinator asks whether there is more while its next turn already takes it. */
  @Test
  void two_threads_at_one_stream_get_each_event_once() throws Exception {
    int count = 3_000;
    ConcurrentLinkedQueue<Object> taken = new ConcurrentLinkedQueue<>();
    CountDownLatch begin = new CountDownLatch(1);
    try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(null);
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        done.add(
            threads.submit(() -> {
              begin.await();
              while (taken.size() < count && stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                stream.peek();
                // The last one may be gone by now; nobody waits for another.
                if (taken.size() < count - 2) {
                  taken.add(stream.nextAvailable().getPayload());
                } else {
                  return null;
                }
              }
              return null;
            }));
      }
      begin.countDown();
      for (int i = 0; i < count; i += 10) {
        append(i, i + 10);
      }
      for (Future<?> one : done) {
        one.get(30, TimeUnit.SECONDS);
      }
    }
    assertThat(taken).doesNotHaveDuplicates().hasSizeGreaterThan(count - 4);
  }

  private void append(int from, int to) {
    for (int i = from; i < to; i++) {
      engine.appendEvents(new GenericEventMessage<>(i));
    }
    events.appended();
  }

  private static List<Object> taken(BlockingStream<TrackedEventMessage<?>> stream, int count)
      throws InterruptedException {
    List<Object> payloads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      payloads.add(stream.nextAvailable().getPayload());
    }
    return payloads;
  }

  private static List<Object> numbers(int count) {
    return new ArrayList<>(IntStream.range(0, count).boxed().toList());
  }
}
