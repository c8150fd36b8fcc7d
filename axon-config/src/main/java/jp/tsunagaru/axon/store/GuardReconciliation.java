package jp.tsunagaru.axon.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.SubscribableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the guard tables and an Axon Server together. Guard rows are written first, then the server
 * stores the event, then the database commits: when the process or the database dies between the
 * last two, the event is a fact that no guard row knows. Each transaction therefore notes the
 * events it guarded; what the server has and no note tells of is applied again, in order, at the
 * start and after every command whose end is uncertain. No command changes anything meanwhile.
 */
final class GuardReconciliation implements GuardStream, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GuardReconciliation.class);

  /** A command holds a connection of the database while it waits. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration INTERVAL = Duration.ofMinutes(1);
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final int BLOCK = 500;

  private final EventStore store;
  private final JdbcClient jdbc;
  private final TransactionTemplate ownTransaction;

  /** Commands share it from their guard rows to their commit. */
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("guard-reconciliation").factory());
  private volatile @Nullable Consumer<List<? extends EventMessage<?>>> guard;
  private volatile boolean due;
  private volatile boolean silent;

  GuardReconciliation(EventStore store, JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.store = store;
    this.jdbc = jdbc;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public SubscribableMessageSource<EventMessage<?>> source() {
    return handlers -> {
      guard = handlers;
      due = true;
      return store.subscribe(events -> stored(handlers, events));
    };
  }

  /** Blocks until both agree; to be called before the first command and the first automation. */
  void start() {
    if (guard == null) {
      return;
    }
    while (!reconciled()) {
      try {
        TimeUnit.NANOSECONDS.sleep(RETRY.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped while the guard tables were compared", e);
      }
    }
    worker.scheduleWithFixedDelay(
        this::lookAround, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }

  private void stored(
      Consumer<List<? extends EventMessage<?>>> handlers,
      List<? extends EventMessage<?>> appended) {
    List<? extends EventMessage<?>> facts =
        appended.stream().filter(event -> !isAccess(event)).toList();
    if (facts.isEmpty()) {
      return;
    }
    if (!CurrentUnitOfWork.isStarted()) {
      ownTransaction.executeWithoutResult(status -> guarded(handlers, facts));
      return;
    }
    UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
    unit.getOrComputeResource(GuardReconciliation.class.getName(), key -> entered(unit));
    guarded(handlers, facts);
  }

  private void guarded(
      Consumer<List<? extends EventMessage<?>>> handlers, List<? extends EventMessage<?>> facts) {
    jdbc.sql(
            """
            insert into store.guarded_event (event_identifier)
            select unnest(?::text[]) on conflict do nothing\
            """)
        .param(identifiers(facts))
        .update();
    handlers.accept(facts);
  }

  private static final class Attempt {
    private boolean appending;
  }

  private Attempt entered(UnitOfWork<?> unit) {
    enter();
    Attempt attempt = new Attempt();
    // Handlers of this phase run last in, first out: this one before the server stores.
    unit.onCommit(committing -> attempt.appending = true);
    unit.onRollback(rolledBack -> {
      if (attempt.appending && !isConflict(rolledBack)) {
        due = true;
      }
    });
    unit.onCleanup(ended -> {
      lock.readLock().unlock();
      if (due) {
        soon();
      }
    });
    return attempt;
  }

  private static boolean isConflict(UnitOfWork<?> unit) {
    ExecutionResult result = unit.getExecutionResult();
    return result != null
        && result.isExceptionResult()
        && StoreFailure.isConflict(result.getExceptionResult());
  }

  /**
   * Never waits in the queue behind a reconciliation: this command may hold a row that another one
   * inside needs.
   */
  private void enter() {
    long begin = System.nanoTime();
    while (due || !lock.readLock().tryLock()) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new GuardsBehindException();
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new GuardsBehindException();
      }
    }
  }

  private void soon() {
    try {
      worker.execute(this::recover);
    } catch (RejectedExecutionException closing) {
      // The next start reconciles.
    }
  }

  private void recover() {
    if (due && !reconciled()) {
      worker.schedule(this::recover, RETRY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Moves the position on without disturbing anybody; what looks missing may be on its way. */
  private void lookAround() {
    try {
      if (!advanced(false)) {
        reconciled();
      }
      silent = false;
    } catch (RuntimeException e) {
      complain(e);
    }
  }

  /** Once an outage. */
  private void complain(RuntimeException why) {
    if (!silent) {
      LOG.error(
          "Guard tables cannot be compared with the Axon Server; trying until they can: {}",
          StoreFailure.status(why));
      silent = true;
    }
  }

  private boolean reconciled() {
    boolean entered = false;
    try {
      entered = lock.writeLock().tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (!entered) {
        return false;
      }
      advanced(true);
      due = false;
      silent = false;
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (RuntimeException e) {
      complain(e);
      return false;
    } finally {
      if (entered) {
        lock.writeLock().unlock();
      }
    }
  }

  /** Whether the end of the stream was reached; not so when an event without a note stopped it. */
  private boolean advanced(boolean apply) {
    long position =
        jdbc.sql("select position from store.guard_position").query(Long.class).single();
    long head = position(store.createHeadToken()).orElse(-1);
    if (position >= head) {
      return true;
    }
    int applied = 0;
    boolean applying = false;
    TrackingToken from = position < 0 ? null : new GlobalSequenceTrackingToken(position);
    try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(from)) {
      while (position < head) {
        List<TrackedEventMessage<?>> block = block(stream, head);
        Set<String> noted = applying ? Set.of() : noted(block);
        for (TrackedEventMessage<?> event : block) {
          if (!isAccess(event) && !noted.contains(event.getIdentifier())) {
            if (!apply) {
              moved(position, block);
              return false;
            }
            // From the first gap on everything is repeated: a later event may have built on it.
            applying = true;
          }
          if (applying && !isAccess(event)) {
            apply(event);
            applied++;
          }
          position = position(event.trackingToken()).orElseThrow();
        }
        moved(position, block);
      }
    }
    if (applied > 0) {
      LOG.warn("{} events were applied to the guard tables again", applied);
    }
    return true;
  }

  private static List<TrackedEventMessage<?>> block(
      BlockingStream<TrackedEventMessage<?>> stream, long head) {
    List<TrackedEventMessage<?>> block = new ArrayList<>();
    try {
      while (block.size() < BLOCK) {
        if (!stream.hasNextAvailable((int) ANSWER.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException("the Axon Server stopped sending events");
        }
        TrackedEventMessage<?> event = stream.nextAvailable();
        block.add(event);
        if (position(event.trackingToken()).orElseThrow() >= head) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while reading events", e);
    }
    return block;
  }

  private Set<String> noted(List<? extends EventMessage<?>> events) {
    return new HashSet<>(
        jdbc.sql(
                "select event_identifier from store.guarded_event where event_identifier = any (?)")
            .param(identifiers(events))
            .query(String.class)
            .list());
  }

  private void moved(long position, List<? extends EventMessage<?>> passed) {
    ownTransaction.executeWithoutResult(status -> {
      jdbc.sql("update store.guard_position set position = greatest(position, ?)")
          .param(position)
          .update();
      jdbc.sql("delete from store.guarded_event where event_identifier = any (?)")
          .param(
              passed.stream()
                  .filter(event -> isPassed(event, position))
                  .map(EventMessage::getIdentifier)
                  .toArray(String[]::new))
          .update();
    });
  }

  private static boolean isPassed(EventMessage<?> event, long position) {
    return event instanceof TrackedEventMessage<?> tracked
        && position(tracked.trackingToken()).orElse(Long.MAX_VALUE) <= position;
  }

  private void apply(EventMessage<?> event) {
    Consumer<List<? extends EventMessage<?>>> handlers = guard;
    if (handlers == null) {
      return;
    }
    try {
      ownTransaction.executeWithoutResult(status -> handlers.accept(List.of(event)));
    } catch (DataIntegrityViolationException contradicted) {
      refused(event, contradicted);
    } catch (DataAccessException | TransactionException unavailable) {
      throw unavailable;
    } catch (RuntimeException refusal) {
      refused(event, refusal);
    }
  }

  /** Somebody has to look at it, but it must not keep everybody else out. */
  private static void refused(EventMessage<?> event, RuntimeException why) {
    LOG.error(
        "Event {} ({}) is stored, but its guard rows are refused: {}",
        event.getIdentifier(),
        event.getPayloadType().getSimpleName(),
        why.getClass().getName());
  }

  private static String[] identifiers(List<? extends EventMessage<?>> events) {
    return events.stream().map(EventMessage::getIdentifier).toArray(String[]::new);
  }

  private static boolean isAccess(EventMessage<?> event) {
    return event instanceof DomainEventMessage<?> domain
        && AxonServerAccessHistory.TYPE.equals(domain.getType());
  }

  private static OptionalLong position(@Nullable TrackingToken token) {
    return token == null ? OptionalLong.empty() : token.position();
  }
}
