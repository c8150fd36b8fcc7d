package jp.tsunagaru;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What was built, started as its users start it: only here a library that the tests have and the
 * application has not is missed.
 */
class StartIT {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Duration FILLING = Duration.ofMinutes(8);
  private static final Duration STARTING = Duration.ofMinutes(2);

  private final HttpClient visitor =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final List<ProcessHandle> started = new ArrayList<>();
  private Path data = Path.of("");
  private Path output = Path.of("");
  private String base = "";

  @BeforeEach
  void folder() throws IOException {
    data = Files.createTempDirectory("tsunagaru-start");
    output = Files.createTempFile("tsunagaru-start", ".log");
  }

  @AfterEach
  void nothingStays() throws IOException {
    started.forEach(ProcessHandle::destroy);
    started.forEach(process -> process.onExit().orTimeout(60, TimeUnit.SECONDS).join());
    RunningApplication.delete(data);
    Files.delete(output);
  }

  @Test
  void the_invented_city_fills_once_and_is_there_at_the_next_start() throws Exception {
    // when it is started on an empty folder
    Process first = run("--demo");
    answers(first, FILLING);

    // then everybody whom it prints can sign in
    String printed = Files.readString(output);
    assertThat(printed).contains("demo-nurse", "demo-doctor", "demo-city", "demo-auditor");
    String password = printed.replaceAll("(?s).*パスワードは全員共通です: (\\S+).*", "$1");
    assertThat(leadsTo(signIn("demo-nurse", password))).doesNotContain("/login");
    assertThat(leadsTo(signIn("demo-nurse", "wrong-" + password))).contains("/login?refused");

    // and the city is as large as it says, its files with their pictures
    JdbcClient jdbc = database();
    assertThat(count(jdbc, "select count(*) from view.facility")).isGreaterThanOrEqualTo(12);
    assertThat(count(jdbc, "select count(distinct affiliation) from view.facility")).isEqualTo(6);
    assertThat(count(jdbc, "select count(*) from view.account")).isGreaterThanOrEqualTo(60);
    assertThat(count(jdbc, "select count(distinct profession) from view.account"))
        .isGreaterThanOrEqualTo(12);
    assertThat(count(jdbc, "select count(*) from view.patient")).isGreaterThanOrEqualTo(40);
    // and no read model missed an event that was committed behind later ones
    await()
        .atMost(STARTING)
        .untilAsserted(() ->
            assertThat(count(jdbc, "select count(*) from view.patient"))
                .isEqualTo(stored(jdbc, "PatientRegistered")));
    assertThat(
            count(
                jdbc,
                "select (max(recorded_at)::date - min(recorded_at)::date) from"
                    + " view.timeline_entry"))
        .isGreaterThanOrEqualTo(90);
    await()
        .atMost(STARTING)
        .untilAsserted(() ->
            assertThat(
                    count(
                        jdbc,
                        """
                        select count(*) from view.attachment
                        where kind in ('JPEG', 'PDF', 'DICOM') and renditions = '[]'\
                        """))
                .isZero());
    for (String kind : List.of("JPEG", "PDF", "DICOM")) {
      assertThat(count(jdbc, "select count(*) from view.attachment where kind = '" + kind + "'"))
          .as(kind)
          .isPositive();
    }
    long events = count(jdbc, "select count(*) from store.domain_event_entry");
    endsCleanly(first);

    // and what it stored is exported and verifies, by a jar that needs a JDK only
    Path export = data.resolve("export");
    assertThat(
            ended(
                ROOT.resolve("run").toString(),
                "--data",
                data.toString(),
                "--export-proof",
                export.toString()))
        .isZero();
    for (String log : List.of("domain", "access")) {
      assertThat(
              ended(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-jar",
                  ROOT.resolve("verifier/target/tsunagaru-verifier.jar").toString(),
                  export.resolve(log + ".export").toString(),
                  export.resolve(log + "-heads.jsonl").toString(),
                  export.resolve("public-key.pem").toString()))
          .as(log)
          .isZero();
    }
    assertThat(Files.size(export.resolve("domain.export"))).isGreaterThan(events * 500);

    // and it is backed up and comes back elsewhere with as many events, its keys from elsewhere
    Path copy = Files.createDirectories(data.resolve("copy"));
    Path keys = Files.createDirectories(copy.resolve("keys"));
    Files.copy(data.resolve("keys/master.key"), keys.resolve("master.key"));
    assertThat(
            ended(
                ROOT.resolve("run").toString(),
                "--data",
                data.toString(),
                "--backup",
                data.resolve("backup-records").toString(),
                "--backup-keys",
                data.resolve("backup-keys").toString()))
        .isZero();
    assertThat(
            ended(
                ROOT.resolve("run").toString(),
                "--data",
                copy.toString(),
                "--restore",
                data.resolve("backup-records").toString(),
                "--restore-keys",
                data.resolve("backup-keys").toString()))
        .isZero();
    assertThat(copy.resolve("postgresql/PG_VERSION")).exists();

    // and the next start finds all of it, and adds nothing
    Process second = run("--demo");
    answers(second, STARTING);
    assertThat(count(database(), "select count(*) from store.domain_event_entry"))
        .isEqualTo(events);
    endsCleanly(second);
  }

  private Process run(String option) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    base = "http://127.0.0.1:" + port;
    ProcessBuilder builder =
        new ProcessBuilder(
                ROOT.resolve("run").toString(),
                option,
                "--port",
                Integer.toString(port),
                "--data",
                data.toString())
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
    builder.environment().put("TSUNAGARU_PASSWORD_MEMORYKIB", "64");
    builder.environment().put("TSUNAGARU_TIER", "1");
    Process process = builder.start();
    started.add(process.toHandle());
    return process;
  }

  private int ended(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
    started.add(process.toHandle());
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private void answers(Process process, Duration patience) {
    await()
        .atMost(patience)
        .failFast("it ended by itself", () -> !process.isAlive())
        .ignoreExceptions()
        .until(() -> get("/actuator/health").statusCode() == 200);
    assertThat(process.isAlive()).isTrue();
    await().until(() -> get("/login").statusCode() == 200);
  }

  private void endsCleanly(Process process) throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return visitor.send(
        HttpRequest.newBuilder(URI.create(base + address)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> signIn(String login, String password)
      throws IOException, InterruptedException {
    return visitor.send(
        HttpRequest.newBuilder(URI.create(base + "/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString("username=" + login + "&password=" + password))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String leadsTo(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElse("");
  }

  private static long stored(JdbcClient jdbc, String event) {
    return count(
        jdbc,
        "select count(*) from store.domain_event_entry where payload_type like '%." + event + "'");
  }

  private static long count(JdbcClient jdbc, String question) {
    return jdbc.sql(question).query(Long.class).single();
  }

  private JdbcClient database() throws IOException {
    List<String> postmaster = Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
    return JdbcClient.create(
        new DriverManagerDataSource(
            "jdbc:postgresql://127.0.0.1:" + postmaster.get(3).strip() + "/postgres",
            "postgres",
            Files.readString(data.resolve("keys/database.password")).strip()));
  }
}
