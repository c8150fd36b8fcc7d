package jp.tsunagaru;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Kills the application for real while it posts, once alone and twice together with its PostgreSQL,
 * and compares what its clients had been told with what is there afterwards.
 */
class KillTest {
  private static final Pattern ACK = Pattern.compile("ACK (doc_[0-9a-z]{26}) ([0-9a-f]{64})");
  private static final Pattern HAS = Pattern.compile("HAS (doc_[0-9a-z]{26}) ([0-9a-f]{64})");
  private static final Pattern PATIENT = Pattern.compile("PATIENT (pat_[0-9a-z]{26})");
  private static final Pattern LIST = Pattern.compile("LIST (\\d+) (\\S+)");
  private static final Duration START = Duration.ofMinutes(3);

  /** Nobody waits for the claims of the process that was killed: they would last longer. */
  private static final Duration CATCHING_UP = Duration.ofSeconds(20);

  private static final int COUNTED_UP_TO = 100;

  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final Map<String, String> found = new ConcurrentHashMap<>();
  private final Set<String> patients = ConcurrentHashMap.newKeySet();
  private final List<String> list = new ArrayList<>();
  private final AtomicInteger timelinesSeen = new AtomicInteger();
  private final AtomicBoolean ready = new AtomicBoolean();
  private final AtomicBoolean told = new AtomicBoolean();
  private final List<ProcessHandle> started = new ArrayList<>();
  private Path data = Path.of("");

  @BeforeEach
  void folder() throws IOException {
    data = Files.createTempDirectory("tsunagaru-kill");
  }

  @AfterEach
  void nothingStays() {
    started.forEach(ProcessHandle::destroyForcibly);
    started.forEach(process -> process.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    RunningApplication.delete(data);
  }

  @Test
  void every_acknowledged_post_survives_kill_9_exactly_once_in_all_places() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);

    // when it is killed three times while eight people post and one reads
    killedWhilePosting(random, false);
    killedWhilePosting(random, true);
    killedWhilePosting(random, true);
    Process last = process("read");
    await("the last start, seed " + seed).atMost(START).untilTrue(ready);

    // then the event store has each acknowledged post once
    JdbcClient jdbc = database();
    List<String> confirmed =
        jdbc.sql(
                """
                select aggregate_identifier from store.domain_event_entry
                where payload_type like '%.DocumentConfirmed'\
                """)
            .query(String.class)
            .list();
    assertThat(confirmed).doesNotHaveDuplicates().containsAll(acknowledged.keySet());
    assertThat(acknowledged).hasSizeGreaterThan(100);

    // and what was under way is there wholly or not at all: the same set everywhere, texts included
    assertThat(documentsOf("guard.document", jdbc)).hasSameElementsAs(confirmed);
    for (String table : List.of("view.timeline_entry", "view.document_version")) {
      await()
          .atMost(CATCHING_UP)
          .untilAsserted(() ->
              assertThat(documentsOf(table, jdbc))
                  .as(table)
                  .containsExactlyInAnyOrderElementsOf(confirmed));
    }
    last.outputWriter().append('\n').flush();
    await("what it tells, seed " + seed).atMost(START).untilTrue(told);
    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(confirmed);
    assertThat(found).containsAllEntriesOf(acknowledged);
    Matcher row = LIST.matcher(list.getFirst());
    assertThat(row.matches()).isTrue();
    assertThat(row.group(1)).isEqualTo(Integer.toString(Math.min(COUNTED_UP_TO, confirmed.size())));
    assertThat(Instant.parse(row.group(2)).truncatedTo(ChronoUnit.MILLIS))
        .isEqualTo(
            Instant.parse(
                    jdbc.sql(
                            """
                            select max(time_stamp) from store.domain_event_entry
                            where payload_type like '%.DocumentConfirmed'\
                            """)
                        .query(String.class)
                        .single())
                .truncatedTo(ChronoUnit.MILLIS));

    // and the views agree with what the access history says
    await().atMost(CATCHING_UP).untilAsserted(() -> viewsAgree(jdbc));
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from store.access_event_entry
                    where payload_type like '%.RecordViewed'\
                    """)
                .query(Integer.class)
                .single())
        .isGreaterThanOrEqualTo(timelinesSeen.get());

    // and SIGTERM ends everything cleanly
    last.destroy();
    assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
  }

  private static List<String> documentsOf(String table, JdbcClient jdbc) {
    return jdbc.sql("select document_id from " + table).query(String.class).list();
  }

  private void viewsAgree(JdbcClient jdbc) {
    Map<String, Instant> lastViewed = new TreeMap<>();
    Set<String> receipts = new HashSet<>();
    jdbc.sql(
            """
            select convert_from(meta_data, 'UTF8')::jsonb ->> 'account' account, time_stamp,
                   array(select jsonb_object_keys(convert_from(payload, 'UTF8')::jsonb -> 'documents'))
                     documents
            from store.access_event_entry where payload_type like '%.RecordViewed'\
            """)
        .query(result -> {
          String account = result.getString("account");
          Instant at = Instant.parse(result.getString("time_stamp")).truncatedTo(ChronoUnit.MILLIS);
          lastViewed.merge(account, at, (a, b) -> a.isAfter(b) ? a : b);
          for (String document : (String[]) result.getArray("documents").getArray()) {
            receipts.add(account + " " + document);
          }
        });
    Map<String, Instant> projected = new TreeMap<>();
    jdbc.sql("select account_id, at from view.last_viewed")
        .query(result -> {
          projected.put(
              result.getString("account_id"),
              result.getTimestamp("at").toInstant().truncatedTo(ChronoUnit.MILLIS));
        });
    assertThat(projected).isEqualTo(lastViewed);
    assertThat(
            jdbc.sql("select account_id || ' ' || document_id from view.document_receipt")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrderElementsOf(receipts);
  }

  /** Lets it post for a while that nobody chose, then kills it in the middle. */
  private void killedWhilePosting(Random random, boolean withDatabase) throws Exception {
    int before = acknowledged.size();
    Process process = process("post");
    int enough = before + 40 + random.nextInt(120);
    await("posts").atMost(START).until(() -> acknowledged.size() >= enough);
    ProcessHandle postmaster = postmaster();
    started.add(postmaster);
    process.destroyForcibly();
    if (withDatabase) {
      postmaster.destroyForcibly();
      postmaster.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  private Process process(String what) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                RunningApplication.SHARED_PROGRAMS,
                "-Duser.language=ja",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx700m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                PostingProcess.class.getName(),
                data.toString(),
                what));
    command.addAll(patients);
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(data.resolve("errors.txt").toFile()))
            .start();
    started.add(process.toHandle());
    Thread.ofPlatform().daemon().start(() -> listen(process));
    return process;
  }

  /** What was printed before the end counts, also when it is read after it. */
  private void listen(Process process) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        note(line);
      }
    } catch (IOException closed) {
      // The end of a killed process.
    }
  }

  private void note(String line) {
    Matcher ack = ACK.matcher(line);
    Matcher has = HAS.matcher(line);
    Matcher patient = PATIENT.matcher(line);
    if (ack.matches()) {
      acknowledged.put(ack.group(1), ack.group(2));
    } else if (has.matches()) {
      found.put(has.group(1), has.group(2));
    } else if (patient.matches()) {
      patients.add(patient.group(1));
    } else if (line.startsWith("LIST ")) {
      list.add(line);
    } else if (line.equals("SAW")) {
      timelinesSeen.incrementAndGet();
    } else if (line.equals("READY")) {
      ready.set(true);
    } else if (line.equals("DONE")) {
      told.set(true);
    }
  }

  private List<String> postmasterFile() {
    try {
      return Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessHandle postmaster() {
    return ProcessHandle.of(Long.parseLong(postmasterFile().getFirst().strip())).orElseThrow();
  }

  private JdbcClient database() throws IOException {
    return JdbcClient.create(
        new DriverManagerDataSource(
            "jdbc:postgresql://127.0.0.1:" + postmasterFile().get(3).strip() + "/postgres",
            "postgres",
            Files.readString(data.resolve("keys/database.password")).strip()));
  }
}
