package jp.tsunagaru.axon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagaru.axon.AxonConfigApplication;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing else tells what a server does: it needs one, empty or not, and leaves events in it. */
@DisplayName("On a real Axon Server, with -Dtsunagaru.test.axon-server=localhost:8124")
@EnabledIfSystemProperty(named = AxonServerTest.SERVER, matches = ".+")
class AxonServerTest {
  static final String SERVER = "tsunagaru.test.axon-server";
  private static final Duration SOON = Duration.ofSeconds(20);

  private static Path data;
  private static ConfigurableApplicationContext application;

  @BeforeAll
  static void start() throws IOException {
    data = AxonConfigApplication.folder();
    application = started(true);
  }

  private static ConfigurableApplicationContext started(boolean guarded) {
    return new SpringApplicationBuilder(AxonConfigApplication.class)
        .web(WebApplicationType.NONE)
        .run(
            "--tsunagaru.data=" + data,
            "--tsunagaru.events.axon-server=" + System.getProperty(SERVER),
            "--test.guard=" + guarded,
            "--spring.main.banner-mode=off");
  }

  @AfterAll
  static void stop() throws IOException {
    application.close();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void both_buses_stay_in_this_process() {
    assertThat(application.getBeansOfType(CommandBus.class).values())
        .extracting(bus -> bus.getClass().getPackageName())
        .containsExactly("jp.tsunagaru.axon.message");
    assertThat(application.getBeansOfType(QueryBus.class).values())
        .extracting(bus -> bus.getClass().getPackageName())
        .containsExactly("org.axonframework.queryhandling");
  }

  @Test
  void an_event_and_its_guard_row_are_stored_together() {
    String id = Ids.next("thing");

    committed(made(id, 0, "free"));

    assertThat(guarded(id)).containsExactly(false);
    assertThat(secret(id)).isEqualTo("秘密");
  }

  @Test
  void what_a_guard_refuses_is_never_stored() {
    String id = Ids.next("thing");

    assertThatThrownBy(() -> committed(made(id, 0, "taken"))).hasMessage("taken");

    assertThat(bean(EventStore.class).readEvents(id).hasNext()).isFalse();
    assertThat(guarded(id)).isEmpty();
  }

  @Test
  void a_second_event_of_the_same_number_is_a_conflict() {
    String id = Ids.next("thing");
    committed(made(id, 0, "free"));

    assertThatThrownBy(() -> committed(made(id, 0, "free")))
        .satisfies(failure -> assertThat(StoreFailure.isConflict(failure)).isTrue());

    assertThat(bean(EventStore.class).readEvents(id).asStream()).hasSize(1);
  }

  /** The database dies between the server's answer and its own commit. */
  @Test
  void a_stored_event_whose_guard_row_was_lost_gets_it_back_by_itself_and_stays_readable() {
    String id = Ids.next("thing");
    UnitOfWork<?> unit = begun();
    unit.onCommit(stored -> {
      throw new IllegalStateException("the database is gone");
    });
    bean(EventStore.class).publish(made(id, 0, "free"));
    assertThatThrownBy(unit::commit).hasMessage("the database is gone");

    await().atMost(SOON).untilAsserted(() -> assertThat(guarded(id)).containsExactly(false));
    assertThat(secret(id)).isEqualTo("秘密");

    committed(new GenericDomainEventMessage<>("Thing", id, 1, new GuardedThings.Ended(id)));
    assertThat(guarded(id)).containsExactly(true);
  }

  /** The process dies between the two commits. */
  @Test
  void guard_rows_that_a_killed_process_owed_are_there_before_the_next_start_ends() {
    String id = Ids.next("thing");
    application.close();
    try (ConfigurableApplicationContext without = started(false)) {
      without.getBean(EventStore.class).publish(made(id, 0, "free"));
      without
          .getBean(EventStore.class)
          .publish(new GenericDomainEventMessage<>("Thing", id, 1, new GuardedThings.Ended(id)));
    }

    application = started(true);

    assertThat(guarded(id)).containsExactly(true);
    assertThat(
            bean(JdbcClient.class)
                .sql("select count(*) from store.guarded_event")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void accesses_are_stored_at_once_and_read_back_by_id_and_followed_in_order() {
    AccessHistory history = bean(AccessHistory.class);
    String id = Ids.next("pat");
    // Inside a command that is rolled back, as a refusal is.
    UnitOfWork<?> outer = begun();
    UnitOfWork<?> inner = begun();
    history.append(new SeenAccesses.Looked(id), Origin.system());
    inner.rollback();
    outer.rollback();
    committed(made(Ids.next("thing"), 0, "free"));
    history.append(new SeenAccesses.Looked(id), Origin.system());

    SeenAccesses projection = bean(SeenAccesses.class);
    await().atMost(SOON).until(() -> projection.seen(id).size() == 2);
    List<SeenAccesses.Seen> seen = projection.seen(id);
    assertThat(seen.get(0).position()).isLessThan(seen.get(1).position() - 1);
    assertThat(history.read(List.of(seen.get(1).eventId(), "unknown", seen.get(0).eventId())))
        .extracting(AccessHistory.StoredAccess::eventId)
        .containsExactly(seen.get(0).eventId(), seen.get(1).eventId());
    assertThat(history.read(List.of(seen.get(0).eventId())))
        .singleElement()
        .satisfies(access -> assertThat(access.event()).isEqualTo(new SeenAccesses.Looked(id)))
        .satisfies(access -> assertThat(access.origin()).isEqualTo(Origin.system()));
  }

  private static void committed(GenericDomainEventMessage<?> event) {
    UnitOfWork<?> unit = begun();
    try {
      bean(EventStore.class).publish(event);
      unit.commit();
    } catch (RuntimeException e) {
      if (unit.isActive()) {
        unit.rollback(e);
      }
      throw e;
    }
  }

  private static UnitOfWork<?> begun() {
    UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("test"));
    unit.attachTransaction(bean(TransactionManager.class));
    return unit;
  }

  private static GenericDomainEventMessage<?> made(String id, long number, String name) {
    Subject subject = new Subject(id, null);
    return new GenericDomainEventMessage<>(
        "Thing", id, number, new GuardedThings.Made(id, name, Personal.of(subject, "秘密")));
  }

  private static String secret(String id) {
    return ((GuardedThings.Made) bean(EventStore.class).readEvents(id).next().getPayload())
        .secret()
        .read()
        .orElseThrow();
  }

  private static List<Boolean> guarded(String id) {
    return bean(JdbcClient.class)
        .sql("select ended from public.thing where id = ?")
        .param(id)
        .query(Boolean.class)
        .list();
  }

  private static <T> T bean(Class<T> type) {
    return application.getBean(type);
  }
}
