package jp.tsunagaru.incident.write;

import static jp.tsunagaru.access.write.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.incident.AffectedRecord;
import jp.tsunagaru.incident.BreachReason;
import jp.tsunagaru.incident.CityReport;
import jp.tsunagaru.incident.CommissionReport;
import jp.tsunagaru.incident.IncidentContent;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.IncidentKind;
import jp.tsunagaru.incident.MeasureKind;
import jp.tsunagaru.incident.ReportStage;
import jp.tsunagaru.incident.command.AssessBreach;
import jp.tsunagaru.incident.command.CloseIncident;
import jp.tsunagaru.incident.command.CooperateInStudy;
import jp.tsunagaru.incident.command.DecideEstimate;
import jp.tsunagaru.incident.command.DecidePrevention;
import jp.tsunagaru.incident.command.InstructReporter;
import jp.tsunagaru.incident.command.OfferEstimate;
import jp.tsunagaru.incident.command.RecordCommissionReport;
import jp.tsunagaru.incident.command.RecordMeasure;
import jp.tsunagaru.incident.command.ReportIncident;
import jp.tsunagaru.incident.command.ReportIncidentToCity;
import jp.tsunagaru.incident.command.ReportToCouncil;
import jp.tsunagaru.incident.command.RequestStudy;
import jp.tsunagaru.incident.event.BreachAssessed;
import jp.tsunagaru.incident.event.CommissionReported;
import jp.tsunagaru.incident.event.CouncilReportOmitted;
import jp.tsunagaru.incident.event.EstimateDecided;
import jp.tsunagaru.incident.event.EstimateOffered;
import jp.tsunagaru.incident.event.IncidentClosed;
import jp.tsunagaru.incident.event.IncidentReceived;
import jp.tsunagaru.incident.event.IncidentReported;
import jp.tsunagaru.incident.event.IncidentReportedToCity;
import jp.tsunagaru.incident.event.InstructionGiven;
import jp.tsunagaru.incident.event.MeasureTaken;
import jp.tsunagaru.incident.event.PersonsNotified;
import jp.tsunagaru.incident.event.PreventionDecided;
import jp.tsunagaru.incident.event.StudyAnswered;
import jp.tsunagaru.incident.event.StudyRequested;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 第28条: no step is skipped, nothing is invented, and only what was really done is a measure. */
class IncidentTest {
  private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
  private static final Instant FOUND = NOW.minusSeconds(600);

  private final IncidentId id = IncidentId.next();
  private final People.Person nurse = People.nurse();
  private final People.Person contractor =
      People.at(FacilityId.CITY, Profession.OTHER, Role.CONTRACTOR_OPS, Role.CONTRACTOR_HELPDESK);
  private final People.Person city =
      People.at(FacilityId.CITY, Profession.MUNICIPAL_OFFICER, Role.CITY_OPERATOR);
  private final People.Person administrator =
      People.at(nurse.facility(), Profession.OFFICE_CLERK, Role.FACILITY_ADMIN);
  private final AffectedRecord record = new AffectedRecord(PatientId.next(), null);
  private final IncidentContent content =
      new IncidentContent("タブレットを電車に置き忘れた", "駅に連絡した", "", "patients");
  private final Known known = new Known();
  private final List<Object> history = new ArrayList<>();
  private FixtureConfiguration<Incident> fixture;

  private static final class Known implements IncidentLookup {
    final Set<AffectedRecord> seen = new HashSet<>();
    final Map<String, Measure> done = new HashMap<>();

    @Override
    public boolean sees(AccountId account, AffectedRecord record) {
      return seen.contains(record);
    }

    @Override
    public Optional<Measure> measure(String eventId) {
      return Optional.ofNullable(done.get(eventId));
    }
  }

  @BeforeEach
  void setUp() {
    fixture =
        new AggregateTestFixture<>(Incident.class)
            .registerInjectableResource(known)
            .registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    known.seen.add(record);
    history.add(reported());
  }

  @Test
  void a_report_names_only_what_its_reporter_may_see() {
    fixture
        .givenNoPriorActivity()
        .when(report(content, record), nurse.metaData())
        .expectEvents(reported());
    fixture
        .givenNoPriorActivity()
        .when(report(content, new AffectedRecord(PatientId.next(), null)), nurse.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND))
        .expectNoEvents();
  }

  @Test
  void a_report_sent_again_counts_once_and_is_not_found_by_others() {
    fixture.given(history).when(report(content, record), nurse.metaData()).expectNoEvents();
    fixture
        .given(history)
        .when(report(content, record), People.nurse().metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
  }

  @Test
  void only_the_help_desk_files_for_a_caller() {
    IncidentContent called = new IncidentContent("紛失", "", "さくら訪問看護 0568-00-0000", "");
    fixture
        .givenNoPriorActivity()
        .when(report(called), nurse.metaData())
        .expectException(refused(RefusalCode.FIELD_INVALID));
    fixture
        .givenNoPriorActivity()
        .when(report(called), contractor.metaData())
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void nothing_was_found_in_the_future_or_before_it_occurred() {
    fixture
        .givenNoPriorActivity()
        .when(
            new ReportIncident(
                id, IncidentKind.ACCIDENT, NOW.plusSeconds(1), null, List.of(), content),
            nurse.metaData())
        .expectException(refused(RefusalCode.FUTURE_DATE));
    fixture
        .givenNoPriorActivity()
        .when(
            new ReportIncident(id, IncidentKind.ACCIDENT, FOUND, NOW, List.of(), content),
            nurse.metaData())
        .expectException(refused(RefusalCode.FIELD_INVALID));
  }

  @Test
  void the_reporter_is_instructed_before_the_city_is_told() {
    missing(new InstructReporter(id, "電話を"), contractor, "receipt");
    received();
    missing(new ReportIncidentToCity(id, "紛失"), contractor, "instruction");
    missing(new RecordMeasure(id, MeasureKind.OTHER, "", "済"), city, "cityReport");
    missing(new CloseIncident(id, "終"), city, "cityReport");
  }

  @Test
  void the_city_gets_what_was_known_when_the_contractor_signed() {
    received();
    history.add(new InstructionGiven(id, sealed("IDの停止を管理者に依頼してください")));
    fixture
        .given(history)
        .when(new ReportIncidentToCity(id, "端末には鍵がかかっている"), contractor.metaData())
        .expectEvents(toCity());
    history.add(toCity());
    fixture
        .given(history)
        .when(new ReportIncidentToCity(id, "もう一度"), contractor.metaData())
        .expectException(refused(RefusalCode.INCIDENT_STATE));
  }

  @Test
  void a_measure_is_what_was_really_done_since() {
    atCity();
    known.done.put("e1", new IncidentLookup.Measure(MeasureKind.ACCOUNT_DEACTIVATED, NOW));
    known.done.put(
        "e2", new IncidentLookup.Measure(MeasureKind.ACCOUNT_DEACTIVATED, FOUND.minusSeconds(1)));
    RecordMeasure real = new RecordMeasure(id, MeasureKind.ACCOUNT_DEACTIVATED, "e1", "");
    fixture
        .given(history)
        .when(real, city.metaData())
        .expectEvents(new MeasureTaken(id, MeasureKind.ACCOUNT_DEACTIVATED, "e1", sealed("")));
    for (RecordMeasure invented :
        List.of(
            new RecordMeasure(id, MeasureKind.ACCOUNT_DEACTIVATED, "e2", ""),
            new RecordMeasure(id, MeasureKind.ACCOUNT_DEACTIVATED, "e3", ""),
            new RecordMeasure(id, MeasureKind.SHARING_STOPPED, "e1", ""))) {
      fixture
          .given(history)
          .when(invented, city.metaData())
          .expectException(refused(RefusalCode.MEASURE_UNKNOWN))
          .expectNoEvents();
    }
  }

  @Test
  void one_persons_medical_record_is_reported_within_days_that_end_on_a_working_day() {
    atCity();
    fixture
        .given(history)
        .when(new AssessBreach(id, NOW, Set.of(BreachReason.SENSITIVE), false, 1), city.metaData())
        .expectEvents(assessed());
    // The thirtieth day is a Sunday.
    Instant saturday = Instant.parse("2026-10-31T03:00:00Z");
    assertThat(BreachReporting.finalTo(saturday, Set.of(BreachReason.SENSITIVE)))
        .isEqualTo(LocalDate.of(2026, 11, 30));
    // The thirtieth day is the 31st of December.
    assertThat(
            BreachReporting.finalTo(
                Instant.parse("2026-12-02T03:00:00Z"), Set.of(BreachReason.SENSITIVE)))
        .isEqualTo(LocalDate.of(2027, 1, 4));
    assertThat(
            BreachReporting.finalTo(
                NOW, Set.of(BreachReason.SENSITIVE, BreachReason.WRONGFUL_PURPOSE)))
        .isEqualTo(LocalDate.of(2027, 1, 25));
    assertThat(BreachReporting.reportable(Set.of(BreachReason.SENSITIVE), true)).isFalse();
    assertThat(BreachReporting.reportable(Set.of(), false)).isFalse();
  }

  @Test
  void the_final_report_comes_last_and_says_everything() {
    atCity();
    missing(commission(ReportStage.PRELIMINARY, ""), city, "breach");
    history.add(assessed());
    missing(commission(ReportStage.FINAL, "なし"), city, "preliminary");
    fixture
        .given(history)
        .when(commission(ReportStage.PRELIMINARY, ""), city.metaData())
        .expectSuccessfulHandlerExecution();
    history.add(commissioned(ReportStage.PRELIMINARY));
    fixture
        .given(history)
        .when(commission(ReportStage.FINAL, ""), city.metaData())
        .expectException(refused(RefusalCode.FIELD_REQUIRED));
    fixture
        .given(history)
        .when(commission(ReportStage.FINAL, "なし"), city.metaData())
        .expectEvents(commissioned(ReportStage.FINAL));
  }

  @Test
  void a_case_is_closed_when_every_step_was_taken() {
    atCity();
    CloseIncident close = new CloseIncident(id, "終");
    for (Step step :
        List.of(
            new Step("measure", new MeasureTaken(id, MeasureKind.OTHER, "", sealed("済"))),
            new Step("breach", assessed()),
            new Step("preliminary", commissioned(ReportStage.PRELIMINARY)),
            new Step("final", commissioned(ReportStage.FINAL)),
            new Step(
                "notification",
                new PersonsNotified(id, LocalDate.of(2026, 11, 25), 1, sealed("電話"))),
            new Step("council", new CouncilReportOmitted(id, sealed("軽微"))),
            new Step("prevention", new PreventionDecided(id, false, sealed("鍵を"))))) {
      missing(close, city, step.name());
      history.add(step.event());
    }
    history.add(new StudyRequested(id, sealed("調べて")));
    missing(close, city, "study");
    history.add(new StudyAnswered(id, sealed("調べた")));
    fixture
        .given(history)
        .when(close, city.metaData())
        .expectEvents(new IncidentClosed(id, sealed("終")));
    history.add(new IncidentClosed(id, sealed("終")));
    fixture
        .given(history)
        .when(new DecidePrevention(id, true, "後から"), city.metaData())
        .expectException(refused(RefusalCode.INCIDENT_STATE));
  }

  private record Step(String name, Object event) {}

  @Test
  void the_facility_asks_and_decides_and_the_contractor_answers_or_estimates() {
    fixture
        .given(history)
        .when(
            new RequestStudy(id, "調べて"),
            People.at(FacilityId.next(), Profession.OTHER, Role.FACILITY_ADMIN).metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
    fixture
        .given(history)
        .when(new CooperateInStudy(id, "はい"), contractor.metaData())
        .expectException(refused(RefusalCode.INCIDENT_STATE));
    StudyRequested requested = new StudyRequested(id, sealed("調べて"));
    fixture
        .given(history)
        .when(new RequestStudy(id, "調べて"), administrator.metaData())
        .expectEvents(requested);
    history.add(requested);
    EstimateOffered offered = new EstimateOffered(id, 330_000, sealed("現地調査"));
    fixture
        .given(history)
        .when(new OfferEstimate(id, 330_000, "現地調査"), contractor.metaData())
        .expectEvents(offered);
    history.add(offered);
    fixture
        .given(history)
        .when(new RequestStudy(id, "もう一度"), administrator.metaData())
        .expectException(refused(RefusalCode.INCIDENT_STATE));
    fixture
        .given(history)
        .when(new DecideEstimate(id, false, ""), administrator.metaData())
        .expectEvents(new EstimateDecided(id, false, sealed("")));
    history.add(new EstimateDecided(id, false, sealed("")));
    fixture
        .given(history)
        .when(new RequestStudy(id, "調べて"), administrator.metaData())
        .expectEvents(requested);
  }

  @Test
  void the_council_is_told_after_the_city() {
    missing(new ReportToCouncil(id, "要約"), city, "cityReport");
  }

  private void missing(Object command, People.Person person, String step) {
    fixture
        .given(history)
        .when(command, person.metaData())
        .expectException(
            new CustomTypeSafeMatcher<Throwable>("a refusal for want of " + step) {
              @Override
              protected boolean matchesSafely(Throwable thrown) {
                return thrown instanceof Refused refused
                    && refused.code() == RefusalCode.INCIDENT_STEP_MISSING
                    && step.equals(refused.parameters().get("field"));
              }
            })
        .expectNoEvents();
  }

  private void received() {
    history.add(new IncidentReceived(id, contractor.id()));
  }

  private void atCity() {
    received();
    history.add(new InstructionGiven(id, sealed("IDの停止を管理者に依頼してください")));
    history.add(toCity());
  }

  private ReportIncident report(IncidentContent said, AffectedRecord... affected) {
    return new ReportIncident(id, IncidentKind.LOSS_OR_THEFT, FOUND, null, List.of(affected), said);
  }

  private IncidentReported reported() {
    return new IncidentReported(
        id,
        IncidentKind.LOSS_OR_THEFT,
        FOUND,
        null,
        List.of(record),
        Personal.of(Subject.of(id), content),
        nurse.id(),
        nurse.facility(),
        false);
  }

  private IncidentReportedToCity toCity() {
    return new IncidentReportedToCity(
        id,
        contractor.id(),
        Personal.of(
            Subject.of(id),
            new CityReport(content, List.of("IDの停止を管理者に依頼してください"), "端末には鍵がかかっている")));
  }

  private BreachAssessed assessed() {
    return new BreachAssessed(
        id,
        NOW,
        Set.of(BreachReason.SENSITIVE),
        false,
        1,
        true,
        LocalDate.of(2026, 11, 27),
        LocalDate.of(2026, 11, 29),
        LocalDate.of(2026, 12, 24));
  }

  private static CommissionReport items(String other) {
    return new CommissionReport("概要", "項目", "1人", "置き忘れ", "なし", "電話", "しない", "鍵", other);
  }

  private RecordCommissionReport commission(ReportStage stage, String other) {
    return new RecordCommissionReport(id, stage, LocalDate.of(2026, 11, 25), items(other));
  }

  private CommissionReported commissioned(ReportStage stage) {
    return new CommissionReported(
        id, stage, LocalDate.of(2026, 11, 25), Personal.of(Subject.of(id), items("なし")));
  }

  private Personal<String> sealed(String text) {
    return Personal.of(Subject.of(id), text);
  }
}
