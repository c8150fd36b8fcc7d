package jp.tsunagaru.audit.write;

import static jp.tsunagaru.access.write.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
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
import jp.tsunagaru.audit.LogPeriod;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewFinding;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.audit.command.AnswerReviewQuestion;
import jp.tsunagaru.audit.command.BeginLogReview;
import jp.tsunagaru.audit.command.QuestionAccess;
import jp.tsunagaru.audit.command.QuestionFacility;
import jp.tsunagaru.audit.command.RecordReviewFinding;
import jp.tsunagaru.audit.command.SignLogReview;
import jp.tsunagaru.audit.command.WithdrawReviewQuestion;
import jp.tsunagaru.audit.event.AccessQuestioned;
import jp.tsunagaru.audit.event.FacilityQuestioned;
import jp.tsunagaru.audit.event.LogReviewBegun;
import jp.tsunagaru.audit.event.LogReviewSigned;
import jp.tsunagaru.audit.event.ReviewFindingRecorded;
import jp.tsunagaru.audit.event.ReviewQuestionAnswered;
import jp.tsunagaru.audit.event.ReviewQuestionWithdrawn;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C-09: nothing is signed before everything was asked, answered and judged by another. */
class LogReviewTest {
  private static final Instant NOW = Instant.parse("2026-11-03T03:00:00Z");
  private static final LogReviewId OCTOBER =
      LogReviewId.of(LogPeriod.of(YearMonth.of(2026, 10), 1));
  private static final String ACCESS = "an-access-of-october";

  private final People.Person nurse = People.nurse();
  private final People.Person administrator =
      People.at(nurse.facility(), Profession.OFFICE_CLERK, Role.FACILITY_ADMIN);
  private final People.Person elsewhere =
      People.at(FacilityId.next(), Profession.OFFICE_CLERK, Role.FACILITY_ADMIN);
  private final People.Person auditor =
      People.at(FacilityId.CITY, Profession.MUNICIPAL_OFFICER, Role.CITY_AUDITOR);
  private final PatientId patient = PatientId.next();
  private final ReviewQuestionId question = ReviewQuestionId.next();
  private final IncidentId incident = IncidentId.next();
  private final Known known = new Known();
  private final List<Object> history = new ArrayList<>();
  private FixtureConfiguration<LogReview> fixture;

  private static final class Known implements LogReviewLookup {
    final Map<String, Access> accesses = new HashMap<>();
    final Set<FacilityId> answering = new HashSet<>();
    final Set<PatientId> kept = new HashSet<>();
    final Set<IncidentId> incidents = new HashSet<>();
    boolean overlaps;

    @Override
    public Optional<Access> access(String eventId) {
      return Optional.ofNullable(accesses.get(eventId));
    }

    @Override
    public boolean overlaps(LogReviewId reviewId) {
      return overlaps;
    }

    @Override
    public boolean answers(FacilityId facilityId) {
      return answering.contains(facilityId);
    }

    @Override
    public boolean kept(PatientId patientId) {
      return kept.contains(patientId);
    }

    @Override
    public boolean exists(IncidentId incidentId) {
      return incidents.contains(incidentId);
    }
  }

  @BeforeEach
  void october() {
    at(NOW);
    known.answering.add(nurse.facility());
    known.kept.add(patient);
    known.incidents.add(incident);
    happened(ACCESS, "2026-10-31T14:59:59Z");
  }

  private void at(Instant now) {
    fixture =
        new AggregateTestFixture<>(LogReview.class)
            .registerInjectableResource(known)
            .registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
  }

  private void happened(String eventId, String at) {
    known.accesses.put(
        eventId,
        new LogReviewLookup.Access(Instant.parse(at), nurse.id(), nurse.facility(), patient));
  }

  @Test
  void a_period_is_whole_months_and_stands_in_the_id_of_its_review() {
    assertThat(OCTOBER.period())
        .isEqualTo(new LogPeriod(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)));
    assertThat(LogReviewId.of(LogPeriod.of(YearMonth.of(2026, 1), 12)).period().to())
        .isEqualTo(LocalDate.of(2026, 12, 31));
    assertThatThrownBy(() -> new LogPeriod(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 31)))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> LogPeriod.of(YearMonth.of(2026, 1), 13)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> new LogReviewId("lgr_00000000000000000000000000"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_review_begins_once_and_shares_no_day_with_another() {
    fixture
        .givenNoPriorActivity()
        .when(new BeginLogReview(OCTOBER), auditor.metaData())
        .expectEvents(begun());
    october();
    given(begun()).when(new BeginLogReview(OCTOBER), auditor.metaData()).expectNoEvents();
    october();
    known.overlaps = true;
    fixture
        .givenNoPriorActivity()
        .when(new BeginLogReview(OCTOBER), auditor.metaData())
        .expectException(refused(RefusalCode.LOG_REVIEW_PERIOD));
    known.overlaps = false;
    october();
    fixture
        .givenNoPriorActivity()
        .when(
            new BeginLogReview(LogReviewId.of(LogPeriod.of(YearMonth.of(2026, 12), 1))),
            auditor.metaData())
        .expectException(refused(RefusalCode.LOG_REVIEW_PERIOD));
  }

  @Test
  void a_question_goes_to_the_facility_of_the_access_whatever_the_auditor_says() {
    given(begun()).when(ask(ACCESS), auditor.metaData()).expectEvents(asked());
    october();
    given(begun(), asked()).when(ask(ACCESS), auditor.metaData()).expectNoEvents();
  }

  @Test
  void only_accesses_of_the_days_of_the_period_are_questioned() {
    happened("november-in-japan", "2026-10-31T15:00:00Z");
    refuses(RefusalCode.LOG_REVIEW_PERIOD, ask("november-in-japan"), auditor, begun());
    happened("september", "2026-09-30T14:59:59Z");
    refuses(RefusalCode.LOG_REVIEW_PERIOD, ask("september"), auditor, begun());
    refuses(RefusalCode.NOT_FOUND, ask("invented"), auditor, begun());
  }

  @Test
  void a_question_that_nobody_can_answer_is_not_asked() {
    known.answering.clear();
    refuses(RefusalCode.LOG_REVIEW_NOBODY, ask(ACCESS), auditor, begun());
    refuses(
        RefusalCode.LOG_REVIEW_NOBODY,
        new QuestionFacility(OCTOBER, question, nurse.facility(), "確認してください"),
        auditor,
        begun());
  }

  @Test
  void a_facility_can_be_asked_about_the_period_as_a_whole() {
    given(begun())
        .when(
            new QuestionFacility(OCTOBER, question, nurse.facility(), "確認してください"),
            auditor.metaData())
        .expectEvents(
            new FacilityQuestioned(
                OCTOBER,
                question,
                nurse.facility(),
                Personal.of(Subject.of(OCTOBER), "確認してください"),
                auditor.id()));
  }

  @Test
  void the_facility_asked_answers_once_and_no_other_learns_of_it() {
    AnswerReviewQuestion answer = new AnswerReviewQuestion(OCTOBER, question, "緊急の訪問でした");
    given(begun(), asked()).when(answer, administrator.metaData()).expectEvents(answered());
    october();
    refuses(RefusalCode.NOT_FOUND, answer, elsewhere, begun(), asked());
    refuses(RefusalCode.LOG_REVIEW_STATE, answer, administrator, begun(), asked(), answered());
    refuses(RefusalCode.LOG_REVIEW_STATE, answer, administrator, begun(), asked(), withdrawn());
    refuses(
        RefusalCode.NOT_FOUND,
        new AnswerReviewQuestion(OCTOBER, ReviewQuestionId.next(), "答え"),
        administrator,
        begun(),
        asked());
  }

  @Test
  void what_is_said_of_an_erased_patient_is_sealed_with_the_review() {
    known.kept.clear();
    given(begun(), asked())
        .when(new AnswerReviewQuestion(OCTOBER, question, "緊急の訪問でした"), administrator.metaData())
        .expectEvents(
            new ReviewQuestionAnswered(
                OCTOBER,
                question,
                administrator.id(),
                Personal.of(Subject.of(OCTOBER), "緊急の訪問でした")));
  }

  @Test
  void a_finding_follows_an_answer_once() {
    given(begun(), asked(), answered())
        .when(finding(ReviewFinding.IMPROVE, null), auditor.metaData())
        .expectEvents(found(ReviewFinding.IMPROVE, null));
    october();
    refuses(
        RefusalCode.LOG_REVIEW_STATE,
        finding(ReviewFinding.NO_PROBLEM, null),
        auditor,
        begun(),
        asked());
    refuses(
        RefusalCode.LOG_REVIEW_STATE,
        finding(ReviewFinding.NO_PROBLEM, null),
        auditor,
        begun(),
        asked(),
        answered(),
        found(ReviewFinding.IMPROVE, null));
  }

  @Test
  void an_incident_is_one_that_was_reported() {
    given(begun(), asked(), answered())
        .when(finding(ReviewFinding.INCIDENT, incident), auditor.metaData())
        .expectEvents(found(ReviewFinding.INCIDENT, incident));
    october();
    refuses(
        RefusalCode.NOT_FOUND,
        finding(ReviewFinding.INCIDENT, IncidentId.next()),
        auditor,
        begun(),
        asked(),
        answered());
    assertThatThrownBy(() -> finding(ReviewFinding.INCIDENT, null)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> finding(ReviewFinding.NO_PROBLEM, incident))
        .isInstanceOf(Refused.class);
  }

  @Test
  void nobody_judges_an_own_access() {
    People.Person both =
        new People.Person(
            nurse.id(),
            FacilityId.CITY,
            Profession.NURSE,
            nurse.session(),
            Set.of(Role.CITY_AUDITOR));
    refuses(
        RefusalCode.LOG_REVIEW_OWN_ACCESS,
        finding(ReviewFinding.NO_PROBLEM, null),
        both,
        begun(),
        asked(),
        answered());
    refuses(
        RefusalCode.LOG_REVIEW_OWN_ACCESS,
        new WithdrawReviewQuestion(OCTOBER, question, "取り消す"),
        both,
        begun(),
        asked());
  }

  @Test
  void only_a_question_without_an_answer_is_taken_back() {
    WithdrawReviewQuestion back = new WithdrawReviewQuestion(OCTOBER, question, "施設が退会した");
    given(begun(), asked()).when(back, auditor.metaData()).expectEvents(withdrawn());
    october();
    refuses(RefusalCode.LOG_REVIEW_STATE, back, auditor, begun(), asked(), answered());
  }

  @Test
  void nothing_is_signed_while_a_question_is_open() {
    refuses(RefusalCode.LOG_REVIEW_OPEN_QUESTION, sign(), auditor, begun(), asked());
    refuses(RefusalCode.LOG_REVIEW_OPEN_QUESTION, sign(), auditor, begun(), asked(), answered());
    given(begun(), asked(), answered(), found(ReviewFinding.IMPROVE, null))
        .when(sign(), auditor.metaData())
        .expectEvents(signed(1, 1, 0));
    october();
    given(begun(), asked(), withdrawn())
        .when(sign(), auditor.metaData())
        .expectEvents(signed(0, 0, 0));
  }

  @Test
  void nothing_is_signed_before_the_period_is_over_in_japan() {
    at(Instant.parse("2026-10-31T14:59:59Z"));
    given(begun())
        .when(sign(), auditor.metaData())
        .expectException(refused(RefusalCode.LOG_REVIEW_PERIOD));
    at(Instant.parse("2026-10-31T15:00:00Z"));
    given(begun()).when(sign(), auditor.metaData()).expectEvents(signed(0, 0, 0));
  }

  @Test
  void a_signature_is_final() {
    Object[] done = {
      begun(), asked(), answered(), found(ReviewFinding.NO_PROBLEM, null), signed(1, 0, 0)
    };
    for (Object command :
        List.of(
            sign(),
            ask(ACCESS),
            new QuestionFacility(OCTOBER, ReviewQuestionId.next(), nurse.facility(), "もう一つ"),
            new AnswerReviewQuestion(OCTOBER, question, "言い直す"),
            finding(ReviewFinding.IMPROVE, null),
            new WithdrawReviewQuestion(OCTOBER, question, "取り消す"))) {
      People.Person who = command instanceof AnswerReviewQuestion ? administrator : auditor;
      refuses(RefusalCode.LOG_REVIEW_STATE, command, who, done);
    }
  }

  private org.axonframework.test.aggregate.TestExecutor<LogReview> given(Object... events) {
    return fixture.given(List.of(events));
  }

  private void refuses(RefusalCode code, Object command, People.Person who, Object... events) {
    at(NOW);
    ResultValidator<LogReview> result = given(events).when(command, who.metaData());
    result.expectException(refused(code));
  }

  private LogReviewBegun begun() {
    return new LogReviewBegun(
        OCTOBER, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), auditor.id());
  }

  private QuestionAccess ask(String eventId) {
    return new QuestionAccess(OCTOBER, question, eventId, "深夜に開いた理由は?");
  }

  private AccessQuestioned asked() {
    return new AccessQuestioned(
        OCTOBER,
        question,
        ACCESS,
        Instant.parse("2026-10-31T14:59:59Z"),
        nurse.id(),
        patient,
        nurse.facility(),
        Personal.of(Subject.of(patient), "深夜に開いた理由は?"),
        auditor.id());
  }

  private ReviewQuestionAnswered answered() {
    return new ReviewQuestionAnswered(
        OCTOBER, question, administrator.id(), Personal.of(Subject.of(patient), "緊急の訪問でした"));
  }

  private ReviewQuestionWithdrawn withdrawn() {
    return new ReviewQuestionWithdrawn(
        OCTOBER, question, auditor.id(), Personal.of(Subject.of(patient), "施設が退会した"));
  }

  private RecordReviewFinding finding(
      ReviewFinding finding, @org.jspecify.annotations.Nullable IncidentId incidentId) {
    return new RecordReviewFinding(OCTOBER, question, finding, "記録を残すこと", incidentId);
  }

  private ReviewFindingRecorded found(
      ReviewFinding finding, @org.jspecify.annotations.Nullable IncidentId incidentId) {
    return new ReviewFindingRecorded(
        OCTOBER,
        question,
        auditor.id(),
        finding,
        incidentId,
        Personal.of(Subject.of(patient), "記録を残すこと"));
  }

  private SignLogReview sign() {
    return new SignLogReview(OCTOBER, "一件を確かめた");
  }

  private LogReviewSigned signed(int questions, int improvements, int incidents) {
    return new LogReviewSigned(
        OCTOBER,
        auditor.id(),
        questions,
        improvements,
        incidents,
        Personal.of(Subject.of(OCTOBER), "一件を確かめた"));
  }
}
