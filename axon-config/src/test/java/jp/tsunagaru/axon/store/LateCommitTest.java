package jp.tsunagaru.axon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.tsunagaru.axon.AxonConfigApplication;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who takes a position first may commit last; how old the events say they are does not matter. */
class LateCommitTest {
  private static final Duration DAYS = Duration.ofDays(100);

  private static ConfigurableApplicationContext application;

  private final JdbcEventStorageEngine engine = application.getBean(JdbcEventStorageEngine.class);
  private final StoredEvents events = new StoredEvents(engine, 100);

  private record Said(String word) {}

  @BeforeAll
  static void open() throws IOException {
    application = AxonConfigApplication.start(AxonConfigApplication.folder());
  }

  @AfterAll
  static void close() {
    application.close();
  }

  @Test
  void an_event_that_becomes_visible_behind_later_ones_reaches_every_reader() throws Exception {
    TrackingToken head = engine.createHeadToken();
    try (BlockingStream<TrackedEventMessage<?>> reader = events.openStream(head);
        BlockingStream<TrackedEventMessage<?>> sharer = events.openStream(head)) {
      assertThat(reader.hasNextAvailable()).isFalse();
      assertThat(sharer.hasNextAvailable()).isFalse();
      Late late = new Late("first");
      append("second");
      assertThat(word(reader.nextAvailable())).isEqualTo("second");
      for (int i = 0; i < 5; i++) {
        append("between " + i);
        reader.nextAvailable();
      }
      await().during(Duration.ofMillis(600)).until(() -> !reader.hasNextAvailable());

      late.commit();

      assertThat(reader.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
      assertThat(word(reader.nextAvailable())).isEqualTo("first");
      List<String> shared = new ArrayList<>();
      while (sharer.hasNextAvailable()) {
        shared.add(word(sharer.nextAvailable()));
      }
      assertThat(shared).hasSize(7).contains("first", "second");
    }
  }

  @Test
  void a_position_that_nobody_fills_any_more_is_forgotten() throws Exception {
    TrackingToken head = engine.createHeadToken();
    Late late = new Late("never");
    append("after");
    TrackedEventMessage<?> after = only(head);
    assertThat(gaps(after.trackingToken())).isPositive();

    late.rollBack();

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> {
          assertThat(read(after.trackingToken())).isEmpty();
          append("again");
          List<TrackedEventMessage<?>> next = read(after.trackingToken());
          assertThat(gaps(next.getLast().trackingToken())).isZero();
        });
  }

  private TrackedEventMessage<?> only(@Nullable TrackingToken from) {
    List<TrackedEventMessage<?>> read = read(from);
    assertThat(read).hasSize(1);
    return read.getFirst();
  }

  private List<TrackedEventMessage<?>> read(@Nullable TrackingToken from) {
    try (var stored = engine.readEvents(from, false)) {
      return new ArrayList<>(stored.toList());
    }
  }

  private static int gaps(TrackingToken token) {
    return ((GapAwareTrackingToken) token).getGaps().size();
  }

  private static String word(TrackedEventMessage<?> event) {
    return ((Said) event.getPayload()).word();
  }

  private void append(String word) {
    TransactionTemplate transaction = transaction();
    transaction.executeWithoutResult(status -> engine.appendEvents(event(word)));
    events.appended();
  }

  private static TransactionTemplate transaction() {
    return new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
  }

  private static GenericDomainEventMessage<Said> event(String word) {
    Instant longAgo = Instant.now().minus(DAYS).truncatedTo(ChronoUnit.MILLIS);
    String id = UUID.randomUUID().toString();
    return new GenericDomainEventMessage<>(
        "Word", id, 0, new Said(word), MetaData.emptyInstance(), id, longAgo);
  }

  /** A transaction that has its position and takes its time. */
  private final class Late {
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;
    private boolean rollBack;

    Late(String word) throws InterruptedException {
      CountDownLatch stored = new CountDownLatch(1);
      thread =
          Thread.ofPlatform()
              .daemon()
              .start(() ->
                  transaction()
                      .executeWithoutResult(status -> {
                        engine.appendEvents(event(word));
                        stored.countDown();
                        try {
                          end.await();
                        } catch (InterruptedException e) {
                          throw new IllegalStateException(e);
                        }
                        if (rollBack) {
                          status.setRollbackOnly();
                        }
                      }));
      assertThat(stored.await(10, TimeUnit.SECONDS)).isTrue();
    }

    void commit() throws InterruptedException {
      end.countDown();
      thread.join();
      events.appended();
    }

    void rollBack() throws InterruptedException {
      rollBack = true;
      commit();
    }
  }
}
