package jp.tsunagaru.axon.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import jp.tsunagaru.axon.AxonConfigApplication;
import jp.tsunagaru.axon.projection.NoteProjector.Changed;
import jp.tsunagaru.axon.projection.NoteProjector.Closed;
import jp.tsunagaru.axon.projection.NoteProjector.Kinds;
import jp.tsunagaru.axon.projection.NoteProjector.Noted;
import jp.tsunagaru.axon.projection.NoteProjector.Worded;
import jp.tsunagaru.axon.seal.KeyStore;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RebuildTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static Path data;
  private static ConfigurableApplicationContext application;

  @BeforeAll
  static void start() throws IOException {
    data = AxonConfigApplication.folder();
    application = AxonConfigApplication.start(data);
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
  void a_rebuild_makes_what_the_processor_made_and_keeps_the_shape_of_the_tables() {
    for (int i = 0; i < 300; i++) {
      String id = note(i % 3);
      if (i % 7 == 0) {
        happened(id, i % 3 + 1, new Closed(id));
      }
    }
    String erased = note(1);
    bean(KeyStore.class).destroy(erased);
    projected();
    List<String> live = rows();
    List<String> shape = shape();
    query("update view.note set changes = 99, tags = '{damaged}'");

    Rebuild.Result result = bean(Rebuild.class).run("notes");

    assertThat(rows()).isEqualTo(live).hasSizeGreaterThan(600);
    assertThat(shape()).isEqualTo(shape);
    assertThat(result.events()).isGreaterThan(600);
    assertThat(unfinished()).isEmpty();
    String afterwards = note(2);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(changes(afterwards)).isEqualTo(2));
  }

  @Test
  void values_of_every_kind_come_out_the_same_and_rows_of_many_events_in_their_order() {
    List<String> words =
        List.of(
            "訪問",
            "",
            "tab\tline\nback\\slash\r",
            "\\N",
            "\\.",
            "'quoted' \"twice\"",
            "{a,b}",
            "𠮷田",
            "null");
    Instant at = Instant.parse("2026-11-30T01:02:03.123456500Z");
    String id = Ids.next("note");
    happened(id, 0, new Noted(id, List.of(), Personal.of(new Subject(id, null), "初版")));
    for (int i = 0; i < 40; i++) {
      String word = words.get(i % words.size());
      LocalDate until =
          switch (i / words.size()) {
            case 0 -> null;
            case 1 -> LocalDate.MAX;
            default -> LocalDate.of(2026, 1, 1).plusDays(i);
          };
      happened(id, i + 1, new Worded(id, word, i == 39 ? null : until, at.plusNanos(i * 499L)));
    }
    projected();
    List<String> live = words();
    query("update view.note_word set times = 99, words = '{damaged}'");

    bean(Rebuild.class).run("notes");

    assertThat(words()).isEqualTo(live).hasSize(words.size());
    assertThat(
            list("select distinct number::text from view.note_text where note_id = '" + id + "'"))
        .isEmpty();
  }

  /** A row that is there already ends the copying and counts once. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_is_copied_as_it_is_comes_out_the_same(boolean twice) {
    String id = note(0);
    List<Kinds> kinds =
        List.of(
            new Kinds(id, 1, null, null, null, null),
            new Kinds(id, 2, "", new byte[0], LocalDate.MIN, Instant.EPOCH),
            new Kinds(
                id,
                3,
                "訪問\t𠮷田\n",
                new byte[] {0, -1},
                LocalDate.MAX,
                Instant.parse("1969-12-31T23:59:59.999999499Z")),
            new Kinds(
                id,
                Integer.MAX_VALUE,
                "\\N",
                "刊".getBytes(StandardCharsets.UTF_8),
                LocalDate.of(1868, 10, 23),
                Instant.parse("2026-11-30T01:02:03.123456500Z")));
    long sequence = 1;
    for (Kinds kind : kinds) {
      happened(id, sequence++, kind);
    }
    if (twice) {
      happened(id, sequence, kinds.getLast());
    }
    projected();
    String rows = "select k::text from view.note_kind k order by note_id, number";
    List<String> live = list(rows);
    query("update view.note_kind set small = 99, word = 'damaged'");

    bean(Rebuild.class).run("notes");

    assertThat(list(rows)).isEqualTo(live).hasSizeGreaterThanOrEqualTo(kinds.size() - 2);
  }

  @Test
  void what_is_appended_meanwhile_counts_exactly_once() throws Exception {
    ConcurrentHashMap<String, Long> appended = new ConcurrentHashMap<>();
    AtomicBoolean going = new AtomicBoolean(true);
    try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
      for (int writer = 0; writer < 4; writer++) {
        writers.execute(() -> {
          while (going.get()) {
            // Transactions that overlap leave gaps, some of them for good.
            new TransactionTemplate(bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                  String id = note(3);
                  LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
                  if (id.hashCode() % 5 == 0) {
                    status.setRollbackOnly();
                  } else {
                    appended.put(id, 3L);
                  }
                });
          }
        });
      }
      await().atMost(PATIENCE).until(() -> appended.size() > 50);

      for (int i = 0; i < 3; i++) {
        int before = appended.size();
        bean(Rebuild.class).run("notes");
        await().atMost(PATIENCE).until(() -> appended.size() > before + 20);
      }
      going.set(false);
    }

    projected();
    assertThat(appended).allSatisfy((id, n) -> assertThat(changes(id)).isEqualTo(n));
    assertThat(unfinished()).isEmpty();
  }

  @Test
  void a_rebuild_that_broke_off_leaves_the_old_rows_and_is_repeated_by_the_next_start() {
    String id = note(4);
    projected();
    List<String> live = rows();
    NoteProjector.BROKEN.set(true);
    try {
      assertThatThrownBy(() -> bean(Rebuild.class).run("notes"))
          .hasMessageContaining("broken on purpose");
    } finally {
      NoteProjector.BROKEN.set(false);
    }
    assertThat(rows()).isEqualTo(live);
    assertThat(unfinished()).containsExactly("notes");
    String afterwards = note(1);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(changes(afterwards)).isEqualTo(1));
    query("update view.note set changes = 99");

    application.close();
    application = AxonConfigApplication.start(data);

    assertThat(changes(id)).isEqualTo(4);
    assertThat(changes(afterwards)).isEqualTo(1);
    assertThat(unfinished()).isEmpty();
  }

  @Test
  void what_is_no_read_model_is_not_rebuilt() {
    assertThatThrownBy(() -> bean(Rebuild.class).run("guard"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(bean(Rebuild.class).groups()).contains("notes");
  }

  private static String note(int changes) {
    String id = Ids.next("note");
    Subject subject = new Subject(id, null);
    happened(id, 0, new Noted(id, List.of("訪問", "創"), Personal.of(subject, "初版")));
    for (int i = 1; i <= changes; i++) {
      happened(id, i, new Changed(id, i, Personal.of(subject, "第" + i)));
    }
    return id;
  }

  private static void happened(String aggregate, long sequence, Object event) {
    bean(EventStore.class)
        .publish(new GenericDomainEventMessage<>("Note", aggregate, sequence, event));
  }

  /** Until the processor has come to the end: a note appended now is there, in both segments. */
  private static void projected() {
    List<String> marks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      marks.add(note(0));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(marks).allMatch(mark -> changes(mark) == 0));
  }

  private static long changes(String id) {
    return bean(JdbcClient.class)
        .sql("select changes from view.note where note_id = ?")
        .param(id)
        .query(Long.class)
        .optional()
        .orElse(-1L);
  }

  private static List<String> rows() {
    List<String> rows = new ArrayList<>();
    rows.addAll(list("select n::text from view.note n order by note_id"));
    rows.addAll(list("select n::text from view.note_text n order by note_id, number"));
    rows.addAll(list("select n::text from view.open_note n order by note_id"));
    return rows;
  }

  private static List<String> words() {
    return list("select n::text from view.note_word n order by word");
  }

  private static List<String> shape() {
    List<String> shape = new ArrayList<>();
    shape.addAll(list("select indexdef from pg_indexes where schemaname = 'view' order by 1"));
    shape.addAll(
        list(
            """
            select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
            where connamespace = 'view'::regnamespace order by 1\
            """));
    shape.addAll(
        list(
            """
            select concat_ws(' ', relname, relkind, relpersistence, array_to_string(reloptions, ','))
            from pg_class where relnamespace = 'view'::regnamespace order by 1\
            """));
    return shape;
  }

  private static List<String> unfinished() {
    return list("select processing_group from store.rebuild");
  }

  private static List<String> list(String sql) {
    return bean(JdbcClient.class).sql(sql).query(String.class).list();
  }

  private static void query(String sql) {
    bean(JdbcClient.class).sql(sql).update();
  }

  private static <T> T bean(Class<T> type) {
    return application.getBean(type);
  }
}
