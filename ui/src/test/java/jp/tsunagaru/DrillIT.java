package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.axon.backup.BackupCommand;
import jp.tsunagaru.axon.proof.ExportProof;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.ApprovePurge;
import jp.tsunagaru.document.command.DeleteDocument;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.document.command.RequestPurge;
import jp.tsunagaru.document.command.ReviseArticle;
import jp.tsunagaru.document.command.SaveDraft;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.command.DraftForm;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.DeletionRequestId;
import jp.tsunagaru.retention.DeletionScope;
import jp.tsunagaru.retention.IdentityCheck;
import jp.tsunagaru.retention.command.ExecuteDeletion;
import jp.tsunagaru.retention.command.RequestDeletion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The drill of docs/operations/backup-and-restore.md with the operator's own commands: a backup, a
 * 完全削除, a restore elsewhere from the backup before it, and the search for every text that was ever
 * entered (issue 5, part 3). It has an installation of its own: what it searches is all there is.
 */
class DrillIT {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final String NURSE = "enshu-kango";
  private static final Duration STARTING = Duration.ofMinutes(3);

  /** Everything of the patient that is erased; no other test has any of it. */
  private static final List<String> ENTERED =
      List.of(
          "鷺沼",
          "寿々代",
          "さぎぬま",
          "0568-00-9917",
          "納屋の鍵は植木鉢の下",
          "右目の奥が焼けるように痛む",
          "直したあとの訪問記録",
          "患者をまちがえて書いた記事",
          "まちがいの理由は同姓の隣人",
          "書きかけの秘密の下書き",
          "様式にだけある傷病名",
          "鷺沼 申出男",
          "あとで完全削除した記事",
          "右かかとの写真.jpg");

  private final RunningApplication application = RunningApplication.get();
  private final JdbcClient jdbc = application.bean(JdbcClient.class);
  private final Preparation preparation = Preparation.ofRunningApplication();
  private final LocalDate today = LocalDate.now(application.bean(Clock.class));
  private final List<ProcessHandle> started = new ArrayList<>();
  private Preparation.Worker administrator;
  private Preparation.Worker nurse;
  private Path folder = Path.of("");
  private Path restored = Path.of("");

  @BeforeEach
  void a_nurse_and_empty_folders() throws IOException {
    administrator =
        preparation.facility(
            preparation.city(), "演習訪問看護", Affiliation.MEDICAL_ASSOCIATION, "enshu-admin");
    nurse =
        preparation.worker(
            administrator,
            NURSE,
            new PersonName("演川", "習子", "えんかわ", "しゅうこ"),
            Profession.NURSE,
            Role.CARE_USER);
    folder = Files.createTempDirectory("tsunagaru-drill");
    restored = Files.createDirectory(folder.resolve("restored"));
  }

  @AfterEach
  void nothingStays() {
    Person.everybodyLeaves("end-of-drill");
    started.forEach(ProcessHandle::destroy);
    started.forEach(process -> process.onExit().orTimeout(60, TimeUnit.SECONDS).join());
    RunningApplication.delete(folder);
  }

  @Test
  void what_was_erased_after_a_backup_stays_unreadable_when_the_backup_is_restored()
      throws Exception {
    PatientId erased = everythingAboutOne();
    PatientId kept =
        preparation.patient(nurse, Preparation.person("残谷", "ウタ", "のこりたに", "うた", "0568-00-9918"));
    post(kept, "消されない人の記事");
    DocumentId purged = post(kept, "あとで完全削除した記事");
    await().atMost(Duration.ofSeconds(20)).until(() -> !Traces.inDatabase(jdbc, "鷺沼").isEmpty());

    // given a backup by the running application's side, its heads, and the keys of that day
    assertThat(operator("backup", "7")).contains("控え", "鍵");
    Path records = newest("records");
    Path heads = Files.createDirectory(folder.resolve("heads"));
    for (String log : List.of("domain", "access")) {
      Files.copy(
          application.data().resolve("proof").resolve(log + "-heads.jsonl"),
          heads.resolve(log + "-heads.jsonl"));
    }
    Set<Path> keysOfThatDay = generations("keys");

    // when the patient is erased, the next backup comes, and old keys have run out
    erase(erased);
    purge(kept, purged);
    operator("backup", "0");
    assertThat(generations("keys")).hasSize(1).doesNotContainAnyElementsOf(keysOfThatDay);

    // then the older records come back into an empty installation, with its keys from elsewhere
    Files.createDirectory(restored.resolve("keys"));
    for (String key : List.of("master.key", "proof.key")) {
      Files.copy(
          application.data().resolve("keys").resolve(key), restored.resolve("keys").resolve(key));
    }
    assertThat(restore(records)).contains("で復元しました", "患者 1 人", "文書", "いつものように起動");
    String url = start();

    // and nothing of it is readable in any column, file, log or backup
    JdbcClient there = database();
    Files.createDirectory(folder.resolve("logs"));
    Files.copy(
        application.data().resolve("application.log"), folder.resolve("logs/application.log"));
    await()
        .atMost(Duration.ofSeconds(120))
        .untilAsserted(
            () -> assertThat(Traces.inDatabase(there, "残谷")).contains("view.patient.name"));
    for (String text : ENTERED) {
      assertThat(Traces.inDatabase(there, text)).as(text).isEmpty();
    }
    assertThat(Traces.inFiles(folder, ENTERED)).isEmpty();

    // the search would find it: only the read models, made anew, name those who are still there
    assertThat(Traces.inFiles(restored, List.of("残谷"))).isNotEmpty();
    assertThat(Traces.inFiles(folder.resolve("records"), List.of("残谷"))).isEmpty();

    // and people find everything else
    Person reader = Person.atDeskOf(url).signsIn(NURSE, Preparation.PASSWORD);
    assertThat(reader.rowOf("残谷 ウタ")).isVisible();
    reader.doesNotSee("鷺沼");
    reader.goes("/patients/" + kept.value());
    assertThat(reader.entry("消されない人の記事")).isVisible();
    reader.shot("drill-kept");
    reader.goes("/patients/" + erased.value());
    reader.sees("このページは表示できません");
    reader.shot("drill-erased");

    // and the city carries out once more what was erased after the backup
    Person city = Person.atDeskOf(url).signsIn(RunningApplication.CITY_LOGIN, Preparation.PASSWORD);
    assertThat(city.page.getByText("参加申込み").first()).isVisible();
    city.goes("/disposal");
    city.sees("復元のあと、消去のやり直しが必要です");
    city.shot("drill-again");
    city.press("消去をやり直す");
    city.sees("消去をやり直しました。");
    city.doesNotSee("復元のあと、消去のやり直しが必要です");
    assertThat(city.page.getByText("控えから復元したあとの、消去のやり直し")).isVisible();
    city.shot("drill-repeated");
    assertThat(
            there
                .sql("select sharing from guard.patient where patient_id = ?")
                .param(erased.value())
                .query(String.class)
                .single())
        .isEqualTo("ERASED");
    assertThat(
            there
                .sql(
                    "select distinct state from guard.document where patient_id = ? or document_id = ?")
                .params(erased.value(), purged.value())
                .query(String.class)
                .list())
        .containsExactly("PURGED");

    // and it goes on, and the chain verifies, also against heads kept elsewhere
    reader.goes("/patients/" + kept.value());
    reader.writes("復元のあとの記事");
    reader.press("投稿");
    assertThat(reader.entry("復元のあとの記事")).isVisible();
    assertThat(
            there
                .sql("select alarm from proof.log where alarm is not null")
                .query(String.class)
                .list())
        .isEmpty();
    end();
    for (String log : List.of("domain", "access")) {
      assertThat(verified(log, heads.resolve(log + "-heads.jsonl"))).as(log).isZero();
    }
    // The heads signed after that backup tell the truth, too: there was more once.
    assertThat(verified("domain", application.data().resolve("proof/domain-heads.jsonl")))
        .isEqualTo(1);
  }

  // ---- what happens to the patient

  private PatientId everythingAboutOne() {
    PatientId patient =
        preparation.patient(nurse, Preparation.person("鷺沼", "寿々代", "さぎぬま", "すずよ", "0568-00-9917"));
    preparation.extend(nurse, patient, 0, Map.of("homeAccess", List.of("納屋の鍵は植木鉢の下")));
    DocumentId document = post(patient, "右目の奥が焼けるように痛む");
    preparation.send(
        nurse.origin(),
        new ReviseArticle(
            document,
            patient,
            1,
            today,
            new ArticleContent("", "直したあとの訪問記録"),
            Set.of(),
            Visibility.TEAM,
            List.of(),
            "書きまちがい"));
    DocumentId wrong = post(patient, "患者をまちがえて書いた記事");
    preparation.send(
        nurse.origin(),
        new DeleteDocument(wrong, patient, DeletionReason.values()[0], "まちがいの理由は同姓の隣人"));
    preparation.send(nurse.origin(), new SaveDraft(patient, DocumentId.next(), "書きかけの秘密の下書き"));
    preparation.send(
        nurse.origin(),
        new DraftForm(
            DocumentId.next(),
            patient,
            0,
            "HK16-2024",
            FormValues.NONE.with("disease1", "様式にだけある傷病名")));
    Person person = Person.atDesk().signsIn(NURSE, Preparation.PASSWORD);
    assertThat(person.rowOf("鷺沼 寿々代")).isVisible();
    person.search("鷺沼");
    assertThat(person.rowOf("鷺沼 寿々代")).isVisible();
    person.goes("/patients/" + patient.value());
    person.writes("写真を付けます。");
    person.attach(SampleFiles.photo());
    assertThat(person.page.locator(".composer .file-row")).hasCount(1);
    person.press("投稿");
    Locator entry = person.entry("写真を付けます。");
    assertThat(entry).containsText("右かかとの写真.jpg");
    person.close();
    return patient;
  }

  private DocumentId post(PatientId patient, String text) {
    DocumentId id = DocumentId.next();
    preparation.send(
        nurse.origin(),
        new PostArticle(
            id,
            patient,
            today,
            new ArticleContent("", text),
            Set.of(),
            Visibility.TEAM,
            List.of()));
    return id;
  }

  private void erase(PatientId patient) {
    DeletionRequestId request = DeletionRequestId.next();
    preparation.send(
        nurse.origin(),
        new RequestDeletion(
            request,
            patient,
            RequestChannel.FAMILY,
            IdentityCheck.ID_DOCUMENT,
            new Requester("鷺沼 申出男", "長男"),
            DeletionScope.EVERYTHING,
            Set.of(),
            null,
            null,
            today,
            today.plusDays(14)));
    preparation.send(nurse.origin(), new ExecuteDeletion(request, patient));
  }

  /** By two people (DL-03). */
  private void purge(PatientId patient, DocumentId document) {
    preparation.send(
        nurse.origin(), new DeleteDocument(document, patient, DeletionReason.values()[0], ""));
    preparation.send(nurse.origin(), new RequestPurge(document, patient));
    preparation.send(administrator.origin(), new ApprovePurge(document));
  }

  // ---- what the operator does

  private String operator(String what, String keepKeysDays) throws Exception {
    Process process =
        java(
            Map.of("TSUNAGARU_KEEP_KEYS_DAYS", keepKeysDays),
            BackupCommand.class.getName(),
            what,
            application.data().toString(),
            "",
            folder.resolve("records").toString(),
            folder.resolve("keys").toString(),
            "",
            "");
    return ended(process, 0);
  }

  private String restore(Path records) throws Exception {
    return ended(
        java(
            Map.of(),
            BackupCommand.class.getName(),
            "restore",
            restored.toString(),
            "",
            records.toString(),
            folder.resolve("keys").toString(),
            "",
            ""),
        0);
  }

  private String start() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process process =
        java(
            Map.of(),
            TsunagaruApplication.class.getName(),
            "--server.port=" + port,
            "--server.address=127.0.0.1",
            "--tsunagaru.proof.interval=1s",
            RunningApplication.CHEAP_PASSWORDS,
            "--tsunagaru.data=" + restored);
    Path log = folder.resolve("restored.log");
    Thread.ofPlatform().daemon().start(() -> copy(process, log));
    String url = "http://127.0.0.1:" + port;
    HttpClient visitor = HttpClient.newHttpClient();
    await()
        .atMost(STARTING)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .until(() ->
            visitor
                    .send(
                        HttpRequest.newBuilder(URI.create(url + "/actuator/health")).build(),
                        HttpResponse.BodyHandlers.discarding())
                    .statusCode()
                == 200);
    return url;
  }

  private static void copy(Process process, Path log) {
    try {
      Files.copy(process.getInputStream(), log);
    } catch (IOException ended) {
      // With its process.
    }
  }

  private void end() throws InterruptedException {
    for (ProcessHandle process : started) {
      process.destroy();
      process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
    started.clear();
  }

  private int verified(String log, Path witness) throws Exception {
    Path export = folder.resolve("export");
    ended(
        java(
            Map.of(),
            ExportProof.class.getName(),
            restored.toString(),
            "",
            "",
            "",
            export.toString()),
        0);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                ROOT.resolve("verifier/target/classes").toString(),
                "jp.tsunagaru.verifier.Main",
                export.resolve(log + ".export").toString(),
                export.resolve(log + "-heads.jsonl").toString(),
                export.resolve("public-key.pem").toString(),
                witness.toString())
            .redirectErrorStream(true)
            .start();
    process.getInputStream().transferTo(System.out);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private Process java(Map<String, String> environment, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                RunningApplication.SHARED_PROGRAMS,
                "-Duser.language=ja",
                "-Dstdout.encoding=UTF-8",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx900m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path"))));
    command.addAll(Arrays.asList(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    started.add(process.toHandle());
    return process;
  }

  private static String ended(Process process, int expected) throws Exception {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(expected);
    return said;
  }

  private Path newest(String which) throws IOException {
    return generations(which).stream().max(Path::compareTo).orElseThrow();
  }

  private Set<Path> generations(String which) throws IOException {
    try (Stream<Path> found = Files.list(folder.resolve(which))) {
      return Set.copyOf(
          found.filter(generation -> Files.exists(generation.resolve("list.txt"))).toList());
    }
  }

  /** One connection: the search for traces asks a thousand times. */
  private JdbcClient database() throws IOException {
    return JdbcClient.create(
        new SingleConnectionDataSource(
            "jdbc:postgresql://127.0.0.1:"
                + Files.readAllLines(restored.resolve("postgresql/postmaster.pid")).get(3).strip()
                + "/postgres",
            "postgres",
            Files.readString(restored.resolve("keys/database.password")).strip(),
            true));
  }
}
