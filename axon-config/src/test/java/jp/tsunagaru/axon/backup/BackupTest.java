package jp.tsunagaru.axon.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.tsunagaru.axon.AxonConfigApplication;
import jp.tsunagaru.axon.seal.KeyStore;
import jp.tsunagaru.axon.vault.FileVault;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One application whose records go away and come back; the other folders are its backups. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTest {
  record Said(String id, Personal<String> words) {}

  private Path data = Path.of("");
  private ConfigurableApplicationContext application;
  private String said = "";

  @BeforeAll
  void start() throws IOException {
    data = AxonConfigApplication.folder();
    application = AxonConfigApplication.start(data);
    said = say(application, "控えに残ることば");
  }

  @AfterAll
  void stop() throws IOException {
    application.close();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void what_was_there_comes_back_row_by_row_and_goes_on(@TempDir Path folder) throws Exception {
    Subject subject = new Subject(Ids.next("note"), null);
    FileVault.Stored file =
        application
            .getBean(FileVault.class)
            .store(subject, new java.io.ByteArrayInputStream(new byte[] {1, 2, 3}));
    String report = backup(folder);
    assertThat(report).contains("控え 2").contains("マスター鍵").doesNotContain("?");
    Path copy = masterKeyIn(folder.resolve("again"));

    assertThat(restore(folder, copy)).contains("で復元しました").contains("いつものように起動");

    try (ConfigurableApplicationContext again = AxonConfigApplication.start(copy)) {
      JdbcClient there = again.getBean(JdbcClient.class);
      assertThat(events(there)).containsAll(events(jdbc())).hasSizeGreaterThan(0);
      assertThat(there.sql("select count(*) from store.rebuild").query(Integer.class).single())
          .isZero();
      assertThat(opened(again, said)).isEqualTo("控えに残ることば");
      assertThat(
              again
                  .getBean(FileVault.class)
                  .open(subject, file.address())
                  .orElseThrow()
                  .readAllBytes())
          .containsExactly(1, 2, 3);
      // New events get new numbers, and the trigger of the proof is on again.
      String next = say(again, "復元のあとのことば");
      assertThat(opened(again, next)).isEqualTo("復元のあとのことば");
      assertThat(
              there
                  .sql(
                      """
                      select count(*) from store.domain_event_entry e
                       where not exists (select 1 from proof.pending p
                                          where p.log = 'domain' and p.event_index = e.global_index)
                         and not exists (select 1 from proof.entry n
                                          where n.log = 'domain' and n.event_index = e.global_index)\
                      """)
                  .query(Integer.class)
                  .single())
          .isZero();
      assertThat(there.sql("select kind from store.backup_run").query(String.class).list())
          .contains("RESTORE");
    }
  }

  @Test
  void what_was_destroyed_later_stays_unreadable_with_the_newer_keys(@TempDir Path folder)
      throws Exception {
    String secret = say(application, "消えることば");
    backup(folder);
    application.getBean(KeyStore.class).destroy(secret);
    Path old = folder.resolve("old-keys");
    Files.move(folder.resolve("keys"), old);
    Path records = newest(folder.resolve("records"));
    backup(folder);
    Path copy = masterKeyIn(folder.resolve("again"));

    String told = run("restore", copy, records, folder.resolve("keys"));

    assertThat(told).contains("で復元しました");
    try (ConfigurableApplicationContext again = AxonConfigApplication.start(copy)) {
      assertThat(opened(again, secret)).isEmpty();
      assertThat(opened(again, said)).isEqualTo("控えに残ることば");
    }
  }

  @Test
  void a_restore_refuses_what_would_do_harm_and_changes_nothing(@TempDir Path folder)
      throws Exception {
    backup(folder);
    Path copy = folder.resolve("again");
    assertThat(restore(folder, copy)).contains("マスター鍵").contains("がありません");

    masterKeyIn(copy);
    assertThat(run("restore", data, folder.resolve("records"), folder.resolve("keys")))
        .contains("すでに記録があります");
    assertThat(run("restore", copy, folder.resolve("keys"), folder.resolve("nothing")))
        .contains("終わりまで書かれた控えがありません");
    assertThat(run("backup", data, folder, folder.resolve("inside"))).contains("別々の場所");
    assertThat(run("backup", folder.resolve("empty"), folder.resolve("a"), folder.resolve("b")))
        .contains("控えをとる記録がありません");

    Path older = folder.resolve("older-keys");
    Files.move(folder.resolve("keys"), older);
    backup(folder);
    assertThat(run("restore", copy, folder.resolve("records"), older)).contains("より古い");

    Path another = masterKeyIn(folder.resolve("another"));
    Files.writeString(
        another.resolve("keys/master.key"),
        java.util.Base64.getEncoder().encodeToString(new byte[32]));
    assertThat(run("restore", another, folder.resolve("records"), folder.resolve("keys")))
        .contains("開けられません");

    Path records = newest(folder.resolve("records"));
    Path table = records.resolve("store.domain_event_entry.gz");
    byte[] bytes = Files.readAllBytes(table);
    Files.write(table, new byte[] {0}, StandardOpenOption.APPEND);
    assertThat(restore(folder, copy)).contains("書いたときと違います");
    Files.write(table, bytes);

    // What was never finished is no backup: the one before it is taken.
    Path half = Files.createDirectory(folder.resolve("records").resolve("99991231T000000000Z"));
    Files.createFile(half.resolve("store.domain_event_entry.gz"));
    assertThat(restore(folder, copy)).contains("で復元しました");
    assertThat(restore(folder, copy)).contains("すでに記録があります");
  }

  @Test
  void an_external_database_is_backed_up_and_restored_by_a_user_without_special_rights(
      @TempDir Path folder) throws Exception {
    jdbc().sql("create role tsunagaru login password 'secret'").update();
    jdbc().sql("create database elsewhere owner tsunagaru").update();
    String url =
        "jdbc:postgresql://127.0.0.1:"
            + jdbc().sql("show port").query(String.class).single()
            + "/elsewhere";
    backup(folder);

    String told = external("restore", url, folder, folder.resolve("keys"));

    assertThat(told).contains("で復元しました").doesNotContain("outOfOrder");
    JdbcClient there = JdbcClient.create(new DriverManagerDataSource(url, "tsunagaru", "secret"));
    assertThat(events(there)).containsExactlyElementsOf(events(jdbc()));
    assertThat(external("backup", url, folder, folder.resolve("other-keys"))).contains("控え 2");
    assertThat(external("restore", url, folder, folder.resolve("other-keys")))
        .contains("すでに記録があります")
        .doesNotContain("secret");
  }

  private String external(String what, String url, Path folder, Path keys) throws Exception {
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dstdout.encoding=UTF-8",
            "-Duser.language=ja",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            BackupCommand.class.getName(),
            what,
            folder.resolve("empty").toString(),
            url,
            folder.resolve("records").toString(),
            keys.toString(),
            data.resolve("vault").toString(),
            data.resolve("keys/master.key").toString());
    command.environment().put("TSUNAGARU_DATABASE_USERNAME", "tsunagaru");
    command.environment().put("TSUNAGARU_DATABASE_PASSWORD", "secret");
    Process process = command.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  @Test
  void old_keys_go_and_the_newest_stay(@TempDir Path folder) throws Exception {
    backup(folder);
    Path keys = folder.resolve("keys");
    Path first = newest(keys);
    String list = Files.readString(first.resolve("list.txt"));
    String past = "20200101T000000000Z";
    Files.writeString(
        first.resolve("list.txt"), list.replace(first.getFileName().toString(), past));
    Files.move(first, keys.resolve(past));

    assertThat(backup(folder)).contains("古い鍵の控えを 1 件消しました");

    assertThat(keys.resolve(past)).doesNotExist();
    assertThat(newest(keys)).exists();
  }

  private String say(ConfigurableApplicationContext to, String words) {
    String id = Ids.next("note");
    to.getBean(EventStore.class)
        .publish(
            new GenericDomainEventMessage<>(
                "Said", id, 0, new Said(id, Personal.of(new Subject(id, null), words))));
    return id;
  }

  private static String opened(ConfigurableApplicationContext in, String id) {
    Said event = (Said) in.getBean(EventStore.class).readEvents(id).next().getPayload();
    return event.words().read().orElse("");
  }

  private JdbcClient jdbc() {
    return application.getBean(JdbcClient.class);
  }

  private static List<String> events(JdbcClient jdbc) {
    return jdbc.sql("select e::text from store.domain_event_entry e order by global_index")
        .query(String.class)
        .list();
  }

  private String backup(Path folder) throws IOException, SQLException {
    return run("backup", data, folder.resolve("records"), folder.resolve("keys"));
  }

  private static String restore(Path folder, Path into) throws IOException, SQLException {
    return run("restore", into, folder.resolve("records"), folder.resolve("keys"));
  }

  private static String run(String what, Path data, Path records, Path keys)
      throws IOException, SQLException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BackupCommand.run(
        new String[] {what, data.toString(), "", records.toString(), keys.toString(), "", ""},
        new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private Path masterKeyIn(Path other) throws IOException, GeneralSecurityException {
    Files.createDirectories(other.resolve("keys"));
    Files.copy(data.resolve("keys/master.key"), other.resolve("keys/master.key"));
    return other;
  }

  private static Path newest(Path folder) throws IOException {
    TreeMap<String, Path> found = new TreeMap<>();
    try (Stream<Path> generations = Files.list(folder)) {
      generations
          .filter(generation -> Files.exists(generation.resolve("list.txt")))
          .forEach(generation -> found.put(generation.getFileName().toString(), generation));
    }
    return found.lastEntry().getValue();
  }
}
