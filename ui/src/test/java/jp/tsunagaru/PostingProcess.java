package jp.tsunagaru;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.document.query.GetTimeline;
import jp.tsunagaru.document.query.Timeline;
import jp.tsunagaru.document.query.TimelineEntry;
import jp.tsunagaru.document.query.TimelineFilter;
import jp.tsunagaru.document.query.TimelinePosition;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.ExtendedSchemas;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.query.ListPatients;
import jp.tsunagaru.patient.query.PatientList;
import jp.tsunagaru.patient.query.PatientRow;
import jp.tsunagaru.terms.TermsInForce;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application in a process that {@link KillTest} kills. It says on standard output what
 * was acknowledged, after it was: {@code ACK document sha256} for a post, {@code SAW} for a
 * timeline that was handed out. Called with {@code post} it does both without end, with {@code
 * read} it says {@code READY}, then at a line on standard input what there is, and waits for its
 * end.
 */
public final class PostingProcess {
  private static final int WRITERS = 8;
  private static final String NURSE = "ashita-kango";
  private static final String READER = "ashita-ishi";
  private static final String LATE = "ashita-yakuzaishi";

  private final Preparation preparation;
  private final QueryGateway queries;
  private final LocalDate today;

  private PostingProcess(ConfigurableApplicationContext application) {
    Clock clock = application.getBean(Clock.class);
    preparation =
        new Preparation(
            application.getBean(CommandGateway.class),
            application.getBean(TermsInForce.class),
            application.getBean(ExtendedSchemas.class),
            clock);
    queries = application.getBean(QueryGateway.class);
    today = LocalDate.now(clock);
  }

  public static void main(String[] arguments) throws Exception {
    PostingProcess process =
        new PostingProcess(
            SpringApplication.run(
                TsunagaruApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--tsunagaru.data=" + arguments[0],
                RunningApplication.CHEAP_PASSWORDS,
                "--tsunagaru.bootstrap.password=" + RunningApplication.CITY_ONE_TIME_PASSWORD));
    PatientId patient = arguments.length > 2 ? new PatientId(arguments[2]) : process.prepared();
    if (arguments[1].equals("post")) {
      process.postWithoutEnd(patient);
    } else {
      say("READY");
      System.in.read();
      process.tell(patient);
    }
  }

  private PatientId prepared() {
    Preparation.Worker city = preparation.city(RunningApplication.CITY_ONE_TIME_PASSWORD);
    Preparation.Worker facility =
        preparation.facility(city, "あした診療所", Affiliation.MEDICAL_ASSOCIATION, "ashita-admin");
    Preparation.Worker nurse = worker(facility, NURSE, Profession.NURSE);
    PatientId patient =
        preparation.patient(
            nurse,
            Preparation.person("試験", "花子", "しけん", "はなこ", "0568-00-0000"),
            worker(facility, READER, Profession.PHYSICIAN),
            worker(facility, LATE, Profession.PHARMACIST));
    say("PATIENT " + patient.value());
    return patient;
  }

  private Preparation.Worker worker(
      Preparation.Worker facility, String login, Profession profession) {
    return preparation.worker(
        facility, login, new PersonName("働く", "人", "はたらく", "ひと"), profession, Role.CARE_USER);
  }

  private void postWithoutEnd(PatientId patient) {
    Origin nurse = preparation.back(NURSE).origin();
    Origin reader = preparation.back(READER).origin();
    for (int writer = 0; writer < WRITERS; writer++) {
      Thread.ofPlatform().start(() -> post(patient, nurse));
    }
    Thread.ofPlatform().start(() -> read(patient, reader));
  }

  private void post(PatientId patient, Origin nurse) {
    while (true) {
      DocumentId document = DocumentId.next();
      String text = "朝の訪問 " + Ids.next("txt");
      preparation.send(
          nurse,
          new PostArticle(
              document,
              patient,
              today,
              new ArticleContent("", text),
              Set.of("バイタル"),
              new Visibility(Visibility.Scope.TEAM, Set.of(), Set.of(), Set.of()),
              List.of()));
      say("ACK " + document.value() + " " + sha256(text));
    }
  }

  private void read(PatientId patient, Origin reader) {
    while (true) {
      timeline(patient, reader, null);
      say("SAW");
    }
  }

  /** The whole timeline, and what the list says of the patient to somebody who never looked. */
  private void tell(PatientId patient) {
    Origin late = preparation.back(LATE).origin();
    PatientRow row =
        ask(late, new ListPatients("", null, null, null, false, 0, 50), PatientList.class)
            .rows()
            .getFirst();
    say("LIST " + row.unread() + " " + row.latestAt());
    Origin nurse = preparation.back(NURSE).origin();
    TimelinePosition next = null;
    do {
      Timeline page = timeline(patient, nurse, next);
      for (TimelineEntry entry : page.entries()) {
        say("HAS " + entry.documentId().value() + " " + sha256(entry.content().text()));
      }
      next = page.next();
    } while (next != null);
    say("DONE");
  }

  private Timeline timeline(PatientId patient, Origin origin, @Nullable TimelinePosition before) {
    return ask(origin, new GetTimeline(patient, TimelineFilter.ALL, before), Timeline.class);
  }

  private <R> R ask(Origin origin, Object query, Class<R> answer) {
    return queries
        .query(
            query.getClass().getName(),
            GenericMessage.asMessage(query).andMetaData(origin.toMetadata()),
            ResponseTypes.instanceOf(answer))
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
