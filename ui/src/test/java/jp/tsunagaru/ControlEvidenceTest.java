package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.operation.query.Compliance;
import jp.tsunagaru.operation.query.Control;
import jp.tsunagaru.operation.query.ControlEvidence;
import jp.tsunagaru.operation.query.ControlEvidence.Column;
import jp.tsunagaru.operation.query.ControlEvidence.Kind;
import jp.tsunagaru.operation.query.ControlEvidence.Table;
import jp.tsunagaru.operation.query.GetCompliance;
import jp.tsunagaru.operation.query.GetControlEvidence;
import jp.tsunagaru.operation.query.Light;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.shell.view.Texts;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Behind every light of the board stand its records, as far as the reader may see them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlEvidenceTest {
  private static final String AUDITOR = "konkyo-kansa";
  private static final String OPERATOR = "konkyo-shi";
  private static final String COUNCIL = "konkyo-kyogi";
  private static final Set<Kind> OF_PERSONS = Set.of(Kind.ACCOUNT, Kind.PATIENT, Kind.DOCUMENT);

  private final RunningApplication application = RunningApplication.get();
  private final Preparation preparation = Preparation.ofRunningApplication();
  private final JdbcClient jdbc = application.bean(JdbcClient.class);
  private Preparation.Worker auditor;
  private Preparation.Worker council;
  private Preparation.Worker nurse;
  private PatientId patient;
  private DocumentId document;

  @BeforeAll
  void a_patient_with_an_entry() {
    auditor = office(AUDITOR, "求", Role.CITY_AUDITOR);
    office(OPERATOR, "営", Role.CITY_OPERATOR);
    council = office(COUNCIL, "協", Role.COUNCIL);
    Preparation.Worker admin =
        preparation.facility(
            preparation.city(), "根拠訪問看護", Affiliation.MEDICAL_ASSOCIATION, "konkyo-admin");
    nurse =
        preparation.worker(
            admin,
            "konkyo-kango",
            new PersonName("根野", "拠", "ねの", "より"),
            Profession.NURSE,
            Role.CARE_USER);
    patient =
        preparation.patient(nurse, Preparation.person("根田", "花江", "ねだ", "はなえ", "0568-44-1111"));
    document = DocumentId.next();
    preparation.send(
        nurse.origin(),
        new PostArticle(
            document,
            patient,
            LocalDate.now(application.bean(Clock.class)),
            new ArticleContent("", "食事は全量"),
            Set.of(),
            Visibility.TEAM,
            List.of()));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            jdbc.sql("select count(*) from view.document_version where document_id = ?")
                    .param(document.value())
                    .query(Long.class)
                    .single()
                == 1);
  }

  private Preparation.Worker office(String login, String given, Role role) {
    return preparation.worker(
        preparation.city(),
        login,
        new PersonName("根拠", given, "こんきょ", "みる"),
        Profession.MUNICIPAL_OFFICER,
        role);
  }

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void every_measured_control_has_its_records() {
    List<Control> measured = measured();
    assertThat(measured).hasSizeGreaterThan(30);
    for (Control control : measured) {
      ControlEvidence evidence = evidence(auditor, control.id());
      String id = control.id();
      assertThat(evidence.control().light()).as(id).isEqualTo(control.light());
      assertThat(Texts.find("operation.how." + id)).as(id).isPresent();
      for (Table table : evidence.tables()) {
        assertThat(Texts.find("operation.table." + table.name())).as(table.name()).isPresent();
        assertThat(table.columns())
            .extracting(Column::name)
            .allSatisfy(
                name -> assertThat(Texts.find("operation.column." + name)).as(name).isPresent());
        assertThat(table.rows())
            .hasSize((int) Math.min(table.total(), ControlEvidence.MOST))
            .allSatisfy(row -> assertThat(row.values()).hasSameSizeAs(table.columns()));
      }
      long bad = evidence.tables().stream().mapToLong(Table::bad).sum();
      if (control.light() == Light.GREEN) {
        assertThat(bad).as("nothing of %s is bad", id).isZero();
      }
    }
    assertThat(measured).extracting(Control::id).contains("C-32");
    assertThat(evidence(auditor, "C-32").tables()).isEmpty();
  }

  @Test
  void the_council_gets_no_row_about_a_person() {
    for (Control control : measured()) {
      ControlEvidence evidence = evidence(council, control.id());
      assertThat(evidence.people()).as(control.id()).isEmpty();
      for (Table table : evidence.tables()) {
        if (table.columns().stream().anyMatch(column -> OF_PERSONS.contains(column.kind()))) {
          assertThat(table.withheld()).as(control.id()).isTrue();
          assertThat(table.rows()).as(control.id()).isEmpty();
        }
      }
    }
    assertThat(evidence(council, "C-13").tables().getFirst().total()).isPositive();
  }

  @Test
  void an_auditor_reads_the_records_and_goes_on_to_what_was_done() {
    Person asking = Person.atDesk().signsIn(AUDITOR, Preparation.PASSWORD);
    asking.sees("監査");
    asking.goes("/compliance/C-13");
    assertThat(asking.page.locator(".answer-sentence")).containsText("緑：良好");
    asking.sees("記載者の分からない版が1件でもあれば赤です");
    Locator row =
        asking
            .page
            .locator(".answer-row")
            .filter(new Locator.FilterOptions().setHasText(document.value()));
    assertThat(row).containsText("看護師");
    assertThat(row).containsText("根拠訪問看護");
    assertThat(row).not().containsText("根野");
    shots(asking, "control-evidence-authors");
    row.getByText(document.value()).click();
    assertThat(asking.page.locator(".access-row").nth(1)).containsText("根野 拠");

    for (String id : List.of("C-04", "C-23", "C-21", "C-02", "A-25", "C-32")) {
      asking.goes("/compliance/" + id);
      asking.sees("点検の方法");
      shots(asking, "control-evidence-" + id);
    }
    asking.goes("/compliance/C-18");
    assertThat(asking.page.locator(".answer-sentence")).hasCount(0);
    assertThat(asking.complaints()).isEmpty();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            jdbc.sql(
                        """
                        select count(*) from view.access_log
                         where account_id = ? and action = 'GetControlEvidence'\
                        """)
                    .param(auditor.accountId().value())
                    .query(Long.class)
                    .single()
                >= 7);
  }

  @Test
  void everybody_who_may_open_the_board_opens_the_evidence() {
    Person city = Person.atDesk().signsIn(OPERATOR, Preparation.PASSWORD);
    city.goes("/compliance");
    Locator rows = city.page.locator(".control-row");
    assertThat(city.page.locator(".control-evidence")).hasCount(measured().size());
    rows.filter(new Locator.FilterOptions().setHasText("真正性")).getByText("根拠を見る").click();
    assertThat(city.page.locator(".answer-row").first()).isVisible();
    assertThat(city.page.locator(".answer-row a")).hasCount(0);
    assertThat(city.page.locator(".evidence-screens")).hasCount(0);
    city.link("点検表へ戻る");
    assertThat(rows.first()).isVisible();
    city.goes("/compliance/A-19");
    city.link("廃棄と保全");
    assertThat(city.page).hasURL(java.util.regex.Pattern.compile("/disposal"));

    Person sitting = Person.atDesk().signsIn(COUNCIL, Preparation.PASSWORD);
    sitting.goes("/compliance/C-13");
    sitting.sees("協議会には件数だけを表示します");
    assertThat(sitting.page.locator(".answer-row")).hasCount(0);
    shots(sitting, "control-evidence-council");
    sitting.goes("/compliance/C-40");
    assertThat(sitting.page.locator(".answer-row").first()).isVisible();
    assertThat(sitting.page.locator(".evidence-screens")).hasCount(0);
    assertThat(city.complaints()).isEmpty();
    assertThat(sitting.complaints()).isEmpty();
  }

  private static void shots(Person person, String name) {
    person.shot(name);
    person.page.setViewportSize(390, 844);
    person.page.waitForTimeout(200);
    person.shot(name);
    assertThat(
            (Boolean)
                person.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("nothing of %s sticks out to the side", name)
        .isTrue();
    person.page.setViewportSize(1280, 800);
  }

  private List<Control> measured() {
    Instant now = application.bean(Clock.class).instant();
    return ask(
            auditor.origin(),
            new GetCompliance(now.minus(Duration.ofDays(30)), now.plusSeconds(60)),
            Compliance.class)
        .controls()
        .stream()
        .filter(control -> control.light() != Light.UNKNOWN)
        .toList();
  }

  private ControlEvidence evidence(Preparation.Worker reader, String controlId) {
    Instant now = application.bean(Clock.class).instant();
    return ask(
        reader.origin(),
        new GetControlEvidence(controlId, now.minus(Duration.ofDays(30)), now.plusSeconds(60)),
        ControlEvidence.class);
  }

  private <A> A ask(Origin origin, Object query, Class<A> type) {
    var answer =
        application
            .bean(QueryBus.class)
            .query(
                new GenericQueryMessage<>(query, ResponseTypes.instanceOf(type))
                    .withMetaData(MetaData.from(origin.toMetadata())))
            .join();
    if (answer.isExceptional()) {
      throw (RuntimeException) answer.exceptionResult();
    }
    return Objects.requireNonNull(answer.getPayload());
  }
}
