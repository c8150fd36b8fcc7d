package jp.tsunagaru.axon.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import jp.tsunagaru.axon.AxonConfigApplication;
import jp.tsunagaru.axon.seal.KeyStore;
import jp.tsunagaru.axon.store.AccessHistory;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On a real PostgreSQL; exports are checked by the verifier in a process of its own. */
class ProofLogTest {
  private static Path data;
  private static ConfigurableApplicationContext application;

  /** Only ever forward from one test to the next. */
  private static final SettableClock clock = new SettableClock();

  @TempDir private Path target;
  private ProofLog log;

  record Noted(String id, Personal<String> text) {}

  record Looked(String id) {}

  @BeforeAll
  static void start() throws IOException {
    data = AxonConfigApplication.folder();
    // The tests move the logs themselves.
    application =
        new SpringApplicationBuilder(AxonConfigApplication.class)
            .run(
                "--tsunagaru.data=" + data,
                "--spring.main.banner-mode=off",
                "--tsunagaru.proof.pause=1h");
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

  @BeforeEach
  void open() throws IOException {
    log = opened();
  }

  @AfterEach
  void settle() throws IOException {
    sql("update proof.log set alarm = null");
    ProofLog end = opened();
    while (end.append() > 0) {
      end.sign();
    }
  }

  @Test
  void what_commits_late_enters_late_and_nothing_is_passed_over() throws Exception {
    CountDownLatch stored = new CountDownLatch(1);
    CountDownLatch wait = new CountDownLatch(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<String> slow =
          other.submit(() ->
              inTransaction(() -> {
                String id = note();
                stored.countDown();
                assertThat(wait.await(30, TimeUnit.SECONDS)).isTrue();
                return id;
              }));
      assertThat(stored.await(30, TimeUnit.SECONDS)).isTrue();
      String quick = note();
      append();
      assertThat(position(quick)).isNotNegative();

      wait.countDown();
      String late = slow.get(30, TimeUnit.SECONDS);
      assertThat(position(late)).isEqualTo(-1);
      append();

      assertThat(index(late)).isLessThan(index(quick));
      assertThat(position(late)).isGreaterThan(position(quick));
    }
    assertEverythingIsInTheLogOnce();
  }

  @Test
  void a_head_comes_with_the_thousandth_event_however_many_wait() throws Exception {
    append();
    log.sign();
    inTransaction(() -> {
      for (int i = 0; i < 1_005; i++) {
        note();
      }
      return "";
    });

    assertThat(log.append()).isEqualTo(1_000);
    assertThat(log.isBehind()).isTrue();
    assertThat(log.signWhenDue()).isTrue();
    assertThat(log.append()).isEqualTo(5);
    assertThat(log.isBehind()).isFalse();
    assertThat(log.signWhenDue()).isFalse();
    assertEverythingIsInTheLogOnce();
  }

  @Test
  void the_appender_goes_on_after_a_stop() throws Exception {
    ProofAppender appender =
        new ProofAppender(
            List.of(log), new ProofProperties(Duration.ofMillis(20), Duration.ofMinutes(1), 10));
    appender.start();
    String before = note();
    await().untilAsserted(() -> assertThat(position(before)).isNotNegative());
    appender.stop();
    assertThat(appender.isRunning()).isFalse();
    String between = note();
    assertThat(position(between)).isEqualTo(-1);

    appender.start();
    await().untilAsserted(() -> assertThat(position(between)).isNotNegative());
    appender.stop();
    assertEverythingIsInTheLogOnce();
  }

  @Test
  void many_writers_some_of_whom_fail_leave_nothing_out() throws Exception {
    long seed = new Random().nextLong();
    try (ExecutorService writers = Executors.newFixedThreadPool(6)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Random random = new Random(seed + i);
        all.add(
            writers.submit(() -> {
              for (int n = 0; n < 40; n++) {
                boolean fails = random.nextInt(4) == 0;
                long pause = random.nextInt(4);
                new TransactionTemplate(bean(PlatformTransactionManager.class))
                    .executeWithoutResult(status -> {
                      note();
                      LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
                      if (fails) {
                        status.setRollbackOnly();
                      }
                    });
              }
            }));
      }
      while (!all.stream().allMatch(Future::isDone)) {
        log.append();
        log.sign();
        LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    append();

    assertEverythingIsInTheLogOnce();
    log.sign();
    assertThat(verified()).as("seed %d", seed).startsWith("正常です");
  }

  @Test
  void an_export_verifies_before_and_after_keys_were_destroyed_and_names_what_was_changed()
      throws Exception {
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      notes.add(note());
      if (i % 50 == 0) {
        append();
        log.sign();
      }
    }
    append();
    log.sign();
    assertThat(verified()).startsWith("正常です");

    for (int i = 0; i < 300; i += 7) {
      bean(KeyStore.class).destroy(notes.get(i));
    }
    assertThat(verified()).startsWith("正常です");

    String victim = notes.get(123);
    long position = position(victim);
    String flip =
        "update store.domain_event_entry set payload = set_byte(payload, 9, get_byte(payload, 9) #"
            + " 1) where aggregate_identifier = '"
            + victim
            + "'";
    sql(flip);
    assertThat(verified()).startsWith("改変: 位置 " + position + " の").contains("イベント");
    sql(flip);

    sql(
        "create table store.kept as select * from store.domain_event_entry where aggregate_identifier = '%s'"
            .formatted(victim));
    sql("delete from store.domain_event_entry where aggregate_identifier = '%s'".formatted(victim));
    assertThat(verified()).startsWith("削除: 位置 " + position + " ");
    // Back without the trigger, as a restored backup would bring it.
    sql(
        "set session_replication_role = replica; insert into store.domain_event_entry select * from"
            + " store.kept; set session_replication_role = origin; drop table store.kept");
    assertThat(verified()).startsWith("正常です");

    // Whoever rewrites the kept hashes too does not reach the file of heads.
    swapPlaces(5, 6);
    assertThat(verified()).startsWith("並べ替え: 位置 5 ");
    swapPlaces(5, 6);
    assertThat(verified()).startsWith("正常です");
  }

  private static void swapPlaces(long one, long other) {
    String event = "select event_index from proof.entry where log = 'domain' and position = ";
    String place = "update proof.entry set event_index = %d where log = 'domain' and position = %d";
    long first = number(event + one);
    long second = number(event + other);
    sql(place.formatted(-1, one));
    sql(place.formatted(first, other));
    sql(place.formatted(second, one));
  }

  @Test
  void a_new_instance_goes_on_whatever_the_old_one_left_half_done() throws Exception {
    for (int i = 0; i < 5; i++) {
      note();
      append();
      log.sign();
    }
    note();
    append();
    note();
    Path heads = ProofConfiguration.heads(data.resolve("proof"), "domain");
    List<String> lines = Files.readAllLines(heads);

    // Died after the table had the head and before the file had all of it.
    Files.write(heads, lines.subList(0, lines.size() - 1));
    Files.writeString(
        heads,
        lines.getLast().substring(0, 200),
        StandardCharsets.US_ASCII,
        StandardOpenOption.APPEND);
    ProofLog next = opened();
    assertThat(Files.readAllLines(heads)).isEqualTo(lines);
    while (next.append() > 0) {}
    assertThat(next.sign()).isTrue();
    assertThat(verified()).startsWith("正常です");
    assertEverythingIsInTheLogOnce();

    List<String> whole = Files.readAllLines(heads);
    Files.delete(heads);
    note();
    next.append();
    assertThat(next.sign()).isFalse();
    opened();
    assertThat(Files.readAllLines(heads)).isEqualTo(whole);
  }

  @Test
  void a_head_that_did_not_reach_the_file_is_finished_before_the_next() throws Exception {
    note();
    append();
    log.sign();
    Path heads = ProofConfiguration.heads(data.resolve("proof"), "domain");
    Path aside = heads.resolveSibling("aside");
    note();
    append();
    Files.move(heads, aside);
    Files.createDirectory(heads);
    assertThatThrownBy(log::sign).isInstanceOf(IOException.class);
    assertThat(log.isOpen()).isFalse();

    Files.delete(heads);
    Files.move(aside, heads);
    log.open();
    note();
    append();
    assertThat(log.sign()).isTrue();
    assertThat(verified()).startsWith("正常です");
  }

  @Test
  void two_instances_do_not_write_one_log() throws Exception {
    ProofLog other = opened();
    note();
    append();
    note();
    assertThatThrownBy(other::append).hasMessageContaining("another process");
    assertThat(other.isOpen()).isFalse();
    other.open();
    assertThat(other.append()).isEqualTo(1);
  }

  @Test
  void heads_come_with_time_or_with_many_events() throws Exception {
    note();
    append();
    log.sign();
    note();
    append();
    assertThat(log.signWhenDue()).isFalse();
    clock.now = clock.now.plusSeconds(61);
    assertThat(log.signWhenDue()).isTrue();
    assertThat(log.signWhenDue()).isFalse();

    inTransaction(() -> {
      for (int i = 0; i < 1_000; i++) {
        note();
      }
      return "";
    });
    append();
    assertThat(log.signWhenDue()).isTrue();
  }

  @Test
  void a_clock_that_moved_back_stops_signing_until_it_has_caught_up() throws Exception {
    note();
    append();
    assertThat(log.sign()).isTrue();
    note();
    append();
    clock.now = clock.now.minusSeconds(5);

    assertThat(log.signWhenDue()).isFalse();
    assertThat(log.alarm()).contains(Alarm.CLOCK_BACK);
    assertThat(
            bean(JdbcClient.class)
                .sql("select alarm from proof.log where name = 'domain'")
                .query(String.class)
                .single())
        .isEqualTo("CLOCK_BACK");
    ProofLog restarted = opened();
    assertThat(restarted.sign()).isFalse();

    clock.now = clock.now.plusSeconds(6);
    assertThat(restarted.sign()).isTrue();
    assertThat(restarted.alarm()).isEmpty();
  }

  @Test
  void what_was_signed_and_differs_now_stops_signing_for_good() throws Exception {
    note();
    append();
    log.sign();
    note();
    append();
    long position = number("select max(size) - 1 from proof.head where log = 'domain'");
    String flip =
        "update proof.entry set leaf = set_byte(leaf, 3, get_byte(leaf, 3) # 1) where log ="
            + " 'domain' and position = "
            + position;
    sql(flip);

    assertThat(log.sign()).isFalse();
    assertThat(log.alarm()).contains(Alarm.SIGNED_DIFFERS);
    sql(flip);
    assertThat(opened().sign()).isFalse();
  }

  @Test
  void a_second_look_finds_changed_and_missing_events() throws Exception {
    String victim = note();
    append();
    log.sign();
    String flip =
        "update store.domain_event_entry set meta_data = set_byte(meta_data, 1, get_byte(meta_data,"
            + " 1) # 1) where aggregate_identifier = '"
            + victim
            + "'";
    log.lookAgain(1_000_000);
    assertThat(log.alarm()).isEmpty();

    sql(flip);
    log.lookAgain(1_000_000);
    assertThat(log.alarm()).contains(Alarm.EVENT_CHANGED);
    sql(flip);
    sql("update proof.log set alarm = null");

    ProofLog second = opened();
    sql(
        "set session_replication_role = replica; update store.domain_event_entry set global_index = -global_index where aggregate_identifier = '%s'; set session_replication_role = origin"
            .formatted(victim));
    second.lookAgain(1_000_000);
    assertThat(second.alarm()).contains(Alarm.EVENT_MISSING);
    sql("update store.domain_event_entry set global_index = -global_index where global_index < 0");
  }

  @Test
  void an_event_that_nobody_announced_is_found_and_enters_the_log_all_the_same() throws Exception {
    sql("alter table store.domain_event_entry disable trigger proof_of_domain_events");
    String hidden = note();
    sql("alter table store.domain_event_entry enable trigger proof_of_domain_events");
    append();
    assertThat(position(hidden)).isEqualTo(-1);

    log.lookAgain(1_000_000);

    assertThat(log.alarm()).contains(Alarm.EVENT_OVERLOOKED);
    append();
    assertThat(position(hidden)).isNotNegative();
    assertThat(log.sign()).isFalse();
  }

  @Test
  void an_access_can_be_proved_alone() throws Exception {
    AccessHistory history = bean(AccessHistory.class);
    for (int i = 0; i < 20; i++) {
      history.append(new Looked(Ids.next("pat")), Origin.system());
    }
    ProofLog accesses = opened("access");
    while (accesses.append() > 0) {}
    accesses.sign();
    String event =
        bean(JdbcClient.class)
            .sql(
                "select event_identifier from store.access_event_entry order by global_index offset"
                    + " 7 limit 1")
            .query(String.class)
            .single();
    Proofs proofs = bean(Proofs.class);

    assertThat(proofs.ofAccess(event))
        .hasValueSatisfying(proof -> assertThat(proof.holds()).isTrue());
    assertThat(proofs.ofAccess("unknown")).isEmpty();
    assertThat(proofs.states())
        .anySatisfy(state -> {
          assertThat(state.log()).isEqualTo("access");
          assertThat(state.signedAt()).isEqualTo(clock.now);
          assertThat(state.alarm()).isEmpty();
        });

    String flip =
        "update store.access_event_entry set payload = set_byte(payload, 1, get_byte(payload, 1) #"
            + " 1) where event_identifier = '"
            + event
            + "'";
    sql(flip);
    assertThat(proofs.ofAccess(event))
        .hasValueSatisfying(proof -> assertThat(proof.holds()).isFalse());
    sql(flip);
  }

  @Test
  void events_handed_over_alone_convince_the_verifier_and_changed_ones_do_not(@TempDir Path folder)
      throws Exception {
    AccessHistory history = bean(AccessHistory.class);
    for (int i = 0; i < 30; i++) {
      history.append(new Looked(Ids.next("pat")), Origin.system());
    }
    ProofLog accesses = opened("access");
    while (accesses.append() > 0) {}
    accesses.sign();
    List<String> events =
        bean(JdbcClient.class)
            .sql(
                "select event_identifier from store.access_event_entry order by global_index desc"
                    + " limit 9")
            .query(String.class)
            .list();
    String unsigned = "unknown";

    Proofs.Evidence evidence =
        bean(Proofs.class).evidence(Stream.concat(events.stream(), Stream.of(unsigned)).toList());
    for (Map.Entry<String, byte[]> file : evidence.files().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }

    assertThat(evidence.notSigned()).containsExactly(unsigned);
    assertThat(said(folder)).startsWith("正常です。証拠にあるログ access の 9 件は");
    // The heads as the operator keeps them, with leaf hashes and all that came before, do as well.
    assertThat(
            Export.said(
                folder.resolve("access.evidence"),
                ProofConfiguration.heads(data.resolve("proof"), "access"),
                data.resolve("proof").resolve("public-key.pem")))
        .startsWith("正常です。証拠にあるログ access の 9 件は");
    byte[] whole = Objects.requireNonNull(evidence.files().get("access.evidence"));
    int title = "tsunagaru evidence 1 access\n".length() + Long.BYTES;
    for (int at : List.of(title + 7, title + 20, whole.length - 3)) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(folder.resolve("access.evidence"), changed);
      assertThat(said(folder)).startsWith("証拠: 位置 ");
    }
    Files.write(folder.resolve("access.evidence"), Arrays.copyOf(whole, whole.length - 1));
    assertThat(said(folder)).startsWith("書き出しのファイルを読めません");
    Files.write(folder.resolve("access.evidence"), whole);
    Files.copy(
        folder.resolve("domain-head.jsonl"),
        folder.resolve("access-head.jsonl"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThat(said(folder)).startsWith("証拠の元になった署名が、署名の記録の中にありません。");
  }

  @Test
  void the_events_of_a_time_are_held_against_the_signed_root() throws Exception {
    note();
    append();
    log.sign();
    LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
    // Events tell their time in thousandths of a second.
    Instant from = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      notes.add(note());
    }
    Instant to = Instant.now().plusNanos(1_000_000);
    LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
    note();
    append();
    assertThat(stretch(from, to).unsigned()).isEqualTo(600);
    log.sign();
    assertThat(stretch(from, to))
        .satisfies(all -> {
          assertThat(all.entries()).isEqualTo(600);
          assertThat(all.changed() + all.missing() + all.unsigned()).isZero();
          assertThat(all.holds()).isTrue();
          assertThat(all.complete()).isTrue();
        });
    assertThat(stretch(to.plusSeconds(60), to.plusSeconds(120)).entries()).isZero();

    String victim = notes.get(300);
    String flip =
        "update store.domain_event_entry set payload = set_byte(payload, 9, get_byte(payload, 9) #"
            + " 1) where aggregate_identifier = '"
            + victim
            + "'";
    sql(flip);
    assertThat(stretch(from, to).changed()).isEqualTo(1);
    sql(flip);
    // Whoever changes the event and its kept hash alike does not reach the signed root.
    String leaf =
        "update proof.entry set leaf = set_byte(leaf, 3, get_byte(leaf, 3) # 1) where log ="
            + " 'domain' and position = "
            + position(victim);
    sql(leaf);
    assertThat(stretch(from, to).holds()).isFalse();
    sql(leaf);
    sql(
        "create table store.kept as select * from store.domain_event_entry where aggregate_identifier = '%s'"
            .formatted(victim));
    sql("delete from store.domain_event_entry where aggregate_identifier = '%s'".formatted(victim));
    assertThat(stretch(from, to).missing()).isEqualTo(1);
    sql(
        "set session_replication_role = replica; insert into store.domain_event_entry select * from"
            + " store.kept; set session_replication_role = origin; drop table store.kept");
    assertThat(stretch(from, to).missing()).isZero();
  }

  private static Proofs.Stretch stretch(Instant from, Instant to) {
    return bean(Proofs.class).between(from, to).stream()
        .filter(one -> one.log().equals("domain"))
        .findFirst()
        .orElseThrow();
  }

  private static String said(Path folder) throws Exception {
    return Export.said(
        folder.resolve("access.evidence"),
        folder.resolve("access-head.jsonl"),
        folder.resolve("public-key.pem"));
  }

  private ProofLog opened() throws IOException {
    return opened("domain");
  }

  private ProofLog opened(String name) throws IOException {
    ProofLog fresh =
        new ProofLog(
            name,
            new PostgresEntries(name, bean(JdbcClient.class)),
            bean(JdbcClient.class),
            bean(PlatformTransactionManager.class),
            bean(SigningKey.class),
            new HeadFile(ProofConfiguration.heads(data.resolve("proof"), name)),
            clock,
            Duration.ofMinutes(1));
    fresh.open();
    return fresh;
  }

  private void append() {
    while (log.append() > 0) {}
  }

  private static String note() {
    String id = Ids.next("note");
    bean(EventStore.class)
        .publish(
            new GenericDomainEventMessage<>(
                "Note", id, 0, new Noted(id, Personal.of(new Subject(id, null), "訪問の記録"))));
    return id;
  }

  private interface Work {
    String run() throws Exception;
  }

  private static String inTransaction(Work work) {
    return new TransactionTemplate(bean(PlatformTransactionManager.class))
        .execute(status -> {
          try {
            return work.run();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void assertEverythingIsInTheLogOnce() {
    assertThat(number("select count(*) from store.domain_event_entry"))
        .isEqualTo(number("select count(*) from proof.entry where log = 'domain'"))
        .isEqualTo(number("select max(position) + 1 from proof.entry where log = 'domain'"));
    assertThat(
            number(
                """
                select count(*) from store.domain_event_entry e where not exists
                  (select 1 from proof.entry n where n.log = 'domain' and n.event_index = e.global_index)\
                """))
        .isZero();
    assertThat(number("select count(*) from proof.pending where log = 'domain'")).isZero();
  }

  private static long index(String aggregate) {
    return number(
        "select global_index from store.domain_event_entry where aggregate_identifier = '%s'"
            .formatted(aggregate));
  }

  private static long position(String aggregate) {
    return number(
        """
        select coalesce(max(n.position), -1) from proof.entry n join store.domain_event_entry e
        on e.global_index = n.event_index and n.log = 'domain' where e.aggregate_identifier = '%s'\
        """
            .formatted(aggregate));
  }

  private String verified() throws Exception {
    return Export.verified(data, "", "domain", target);
  }

  private static void sql(String sql) {
    bean(JdbcClient.class).sql(sql).update();
  }

  private static long number(String sql) {
    return bean(JdbcClient.class).sql(sql).query(Long.class).single();
  }

  private static <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  private static final class SettableClock extends Clock {
    private Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
