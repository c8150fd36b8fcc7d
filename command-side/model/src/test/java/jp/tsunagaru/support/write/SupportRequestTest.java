package jp.tsunagaru.support.write;

import static jp.tsunagaru.access.write.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.access.write.People.Person;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.AuthorAsWritten;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.WrittenArticle;
import jp.tsunagaru.document.event.DocumentConfirmed;
import jp.tsunagaru.document.event.DocumentDeleted;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.support.Addressee;
import jp.tsunagaru.support.Adoption;
import jp.tsunagaru.support.SupportKind;
import jp.tsunagaru.support.command.AnswerSupport;
import jp.tsunagaru.support.command.DecideSupport;
import jp.tsunagaru.support.command.DeclineSupport;
import jp.tsunagaru.support.command.RequestSupport;
import jp.tsunagaru.support.command.SupportCommand;
import jp.tsunagaru.support.command.WithdrawSupport;
import jp.tsunagaru.support.event.SupportAnswered;
import jp.tsunagaru.support.event.SupportDecided;
import jp.tsunagaru.support.event.SupportDeclined;
import jp.tsunagaru.support.event.SupportRequested;
import jp.tsunagaru.support.event.SupportWithdrawn;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupportRequestTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private final DocumentId id = DocumentId.next();
  private final PatientId patient = PatientId.next();
  private final FacilityId station = FacilityId.next();
  private final FacilityId clinic = FacilityId.next();
  private final Person nurse = People.at(station, Profession.NURSE, Role.CARE_USER);
  private final Person colleague = People.at(station, Profession.NURSE, Role.CARE_USER);
  private final Person physician = People.at(clinic, Profession.PHYSICIAN, Role.CARE_USER);
  private final Person clerk = People.at(clinic, Profession.OFFICE_CLERK, Role.CARE_USER);
  private final Person stranger = People.pharmacist();
  private final Set<Addressee> team = new HashSet<>();
  private final Set<DocumentId> open = new HashSet<>();
  private FixtureConfiguration<SupportRequest> fixture;

  @BeforeEach
  void set() {
    team.add(new Addressee(clinic, null));
    team.add(new Addressee(clinic, physician.id()));
    fixture = new AggregateTestFixture<>(SupportRequest.class);
    fixture.registerInjectableResource(new Facts());
    fixture.registerInjectableResource(
        Clock.fixed(Instant.parse("2026-11-25T03:00:00Z"), ZoneOffset.UTC));
  }

  private final class Facts implements SupportFacts {
    @Override
    public boolean mayAnswer(Addressee addressee, PatientId about) {
      return about.equals(patient) && team.contains(addressee);
    }

    @Override
    public boolean shownToTheTeam(List<DocumentId> documents, PatientId about) {
      return open.containsAll(documents);
    }

    @Override
    public Writer writer(AccountId accountId, FacilityId facilityId) {
      return List.of(nurse, colleague, physician, clerk, stranger).stream()
          .filter(person -> person.id().equals(accountId))
          .map(person -> new Writer(name(person), person.profession()))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void support_is_asked_of_a_person_or_a_facility_of_the_team() {
    fixture
        .givenNoPriorActivity()
        .when(ask(0, "ご意見を", physician.id()), nurse.metaData())
        .expectEvents(asked(1, "ご意見を", physician.id(), nurse));
    set();
    fixture
        .givenNoPriorActivity()
        .when(ask(0, "ご意見を", null), nurse.metaData())
        .expectEvents(asked(1, "ご意見を", null, nurse));
  }

  @Test
  void who_is_not_in_the_team_cannot_be_asked() {
    fixture
        .givenNoPriorActivity()
        .when(ask(0, "ご意見を", clerk.id()), nurse.metaData())
        .expectException(refused(RefusalCode.SUPPORT_ADDRESSEE));
    set();
    team.add(new Addressee(station, null));
    fixture
        .givenNoPriorActivity()
        .when(
            new RequestSupport(
                id,
                patient,
                0,
                SupportKind.REMOTE_DIAGNOSIS,
                new Addressee(station, null),
                null,
                "ご意見を",
                "",
                List.of()),
            nurse.metaData())
        .expectException(refused(RefusalCode.FIELD_INVALID));
  }

  @Test
  void only_what_the_team_may_see_is_sent_along_and_the_day_lies_ahead() {
    DocumentId article = DocumentId.next();
    RequestSupport withReference = with(article, TODAY);
    fixture
        .givenNoPriorActivity()
        .when(withReference, nurse.metaData())
        .expectException(refused(RefusalCode.SUPPORT_REFERENCE));
    set();
    open.add(article);
    fixture
        .givenNoPriorActivity()
        .when(withReference, nurse.metaData())
        .expectSuccessfulHandlerExecution();
    set();
    fixture
        .givenNoPriorActivity()
        .when(with(article, TODAY.minusDays(1)), nurse.metaData())
        .expectException(refused(RefusalCode.FIELD_INVALID));
  }

  @Test
  void a_request_is_worded_anew_by_its_facility_until_it_is_answered() {
    fixture
        .given(asked(1, "ご意見を", null, nurse))
        .when(ask(1, "至急ご意見を", null), colleague.metaData())
        .expectEvents(asked(2, "至急ご意見を", null, colleague));
    set();
    fixture
        .given(asked(1, "ご意見を", null, nurse))
        .when(ask(1, "至急ご意見を", null), stranger.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
    set();
    fixture
        .given(asked(1, "ご意見を", null, nurse), asked(2, "至急", null, nurse))
        .when(ask(1, "至急ご意見を", null), nurse.metaData())
        .expectException(refused(RefusalCode.CONFLICT));
    set();
    fixture
        .given(asked(1, "ご意見を", null, nurse), answered(2, physician))
        .when(ask(2, "至急ご意見を", null), nurse.metaData())
        .expectException(refused(RefusalCode.SUPPORT_STATE));
  }

  @Test
  void a_request_sent_again_is_answered_quietly() {
    fixture
        .given(asked(1, "ご意見を", null, nurse))
        .when(ask(0, "ご意見を", null), nurse.metaData())
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void the_addressee_answers_and_adds_to_it_until_it_is_decided() {
    fixture
        .given(asked(1, "ご意見を", physician.id(), nurse))
        .when(answer(1), physician.metaData())
        .expectEvents(answered(2, physician));
    set();
    fixture
        .given(asked(1, "ご意見を", null, nurse), answered(2, physician))
        .when(answer(2), clerk.metaData())
        .expectEvents(answered(3, clerk));
    set();
    fixture
        .given(asked(1, "ご意見を", physician.id(), nurse))
        .when(answer(1), clerk.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
    set();
    fixture
        .given(asked(1, "ご意見を", null, nurse))
        .when(answer(1), nurse.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
    set();
    fixture
        .given(
            asked(1, "ご意見を", null, nurse), answered(2, physician), decided(3, Adoption.ADOPTED, ""))
        .when(answer(3), physician.metaData())
        .expectException(refused(RefusalCode.SUPPORT_STATE));
  }

  @Test
  void who_asked_decides_and_nobody_in_his_place() {
    fixture
        .given(asked(1, "ご意見を", null, nurse), answered(2, physician))
        .when(decide(2, Adoption.PARTLY, "夜間を除く"), nurse.metaData())
        .expectEvents(decided(3, Adoption.PARTLY, "夜間を除く"));
    for (Person another : List.of(colleague, physician, stranger)) {
      set();
      fixture
          .given(asked(1, "ご意見を", null, nurse), answered(2, physician))
          .when(decide(2, Adoption.ADOPTED, ""), another.metaData())
          .expectException(refused(RefusalCode.NOT_FOUND));
    }
    // A colleague who worded it anew did not become the requester.
    set();
    fixture
        .given(
            asked(1, "ご意見を", null, nurse),
            asked(2, "至急ご意見を", null, colleague),
            answered(3, physician))
        .when(decide(3, Adoption.ADOPTED, ""), colleague.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
    set();
    fixture
        .given(asked(1, "ご意見を", null, nurse))
        .when(decide(1, Adoption.ADOPTED, ""), nurse.metaData())
        .expectException(refused(RefusalCode.SUPPORT_STATE));
    set();
    fixture
        .given(
            asked(1, "ご意見を", null, nurse), answered(2, physician), decided(3, Adoption.ADOPTED, ""))
        .when(decide(3, Adoption.NOT_ADOPTED, "家族の希望"), nurse.metaData())
        .expectEvents(decided(4, Adoption.NOT_ADOPTED, "家族の希望"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Adoption.class,
      names = {"PARTLY", "NOT_ADOPTED"})
  void what_is_not_adopted_as_a_whole_has_a_reason(Adoption adoption) {
    assertThatThrownBy(() -> decide(2, adoption, " "))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(RefusalCode.FIELD_REQUIRED));
  }

  @Test
  void the_addressee_declines_and_the_requester_withdraws() {
    fixture
        .given(asked(1, "ご意見を", null, nurse))
        .when(new DeclineSupport(id, patient, 1, "専門外"), physician.metaData())
        .expectEvents(declined(2));
    set();
    fixture
        .given(asked(1, "ご意見を", null, nurse), answered(2, physician))
        .when(new DeclineSupport(id, patient, 2, "専門外"), physician.metaData())
        .expectException(refused(RefusalCode.SUPPORT_STATE));
    set();
    fixture
        .given(asked(1, "ご意見を", null, nurse), answered(2, physician))
        .when(new WithdrawSupport(id, patient, 2, "入院した"), colleague.metaData())
        .expectEvents(withdrawn(3, colleague));
    set();
    fixture
        .given(asked(1, "ご意見を", null, nurse))
        .when(new WithdrawSupport(id, patient, 1, "入院した"), physician.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
    for (Object end : List.of(declined(2), withdrawn(2, nurse))) {
      set();
      fixture
          .given(asked(1, "ご意見を", null, nurse), end)
          .when(answer(2), physician.metaData())
          .expectException(refused(RefusalCode.SUPPORT_STATE));
    }
  }

  @Test
  void what_another_version_says_is_a_conflict() {
    fixture
        .given(asked(1, "ご意見を", null, nurse), asked(2, "至急ご意見を", null, nurse))
        .when(answer(1), physician.metaData())
        .expectException(refused(RefusalCode.CONFLICT));
  }

  @Test
  void a_deleted_request_takes_no_answer() {
    fixture
        .given(
            asked(1, "ご意見を", null, nurse),
            new DocumentDeleted(
                id,
                patient,
                DeletionReason.WRONG_CONTENT,
                Personal.of(Subject.of(id, patient), "")))
        .when(answer(1), physician.metaData())
        .expectException(refused(RefusalCode.SUPPORT_STATE));
  }

  @Test
  void the_request_of_another_patient_and_no_request_are_the_same_answer() {
    PatientId another = PatientId.next();
    List<SupportCommand> commands =
        List.of(
            new AnswerSupport(id, another, 1, "回答"),
            new DeclineSupport(id, another, 1, "理由"),
            new DecideSupport(id, another, 1, Adoption.ADOPTED, ""),
            new WithdrawSupport(id, another, 1, "理由"));
    for (SupportCommand command : commands) {
      set();
      fixture
          .given(asked(1, "ご意見を", null, nurse), answered(2, physician))
          .when(command, nurse.metaData())
          .expectException(refused(RefusalCode.NOT_FOUND));
      set();
      fixture
          .givenNoPriorActivity()
          .when(command, nurse.metaData())
          .expectException(refused(RefusalCode.NOT_FOUND));
    }
  }

  @Test
  void an_article_cannot_become_a_request() {
    fixture
        .given(
            new DocumentConfirmed(
                id,
                patient,
                nurse.id(),
                station,
                Profession.NURSE,
                TODAY,
                Set.of(),
                Visibility.TEAM,
                List.of(),
                Set.of(),
                written("本文", nurse)))
        .when(ask(0, "ご意見を", null), nurse.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
  }

  private RequestSupport ask(long expected, String question, AccountId person) {
    return new RequestSupport(
        id,
        patient,
        expected,
        SupportKind.SECOND_OPINION,
        new Addressee(clinic, person),
        TODAY,
        question,
        "契約 R8-1",
        List.of());
  }

  private RequestSupport with(DocumentId reference, LocalDate due) {
    return new RequestSupport(
        id,
        patient,
        0,
        SupportKind.REMOTE_DIAGNOSIS,
        new Addressee(clinic, null),
        due,
        "画像を見てください",
        "",
        List.of(reference));
  }

  private AnswerSupport answer(long expected) {
    return new AnswerSupport(id, patient, expected, "回答");
  }

  private DecideSupport decide(long expected, Adoption adoption, String reason) {
    return new DecideSupport(id, patient, expected, adoption, reason);
  }

  private SupportRequested asked(long version, String question, AccountId person, Person by) {
    return new SupportRequested(
        id,
        patient,
        version,
        by.id(),
        by.facility(),
        by.profession(),
        SupportKind.SECOND_OPINION,
        new Addressee(clinic, person),
        TODAY,
        List.of(),
        written(question, by),
        Personal.of(Subject.of(id, patient), "契約 R8-1"));
  }

  private SupportAnswered answered(long version, Person by) {
    return new SupportAnswered(
        id, patient, version, by.id(), by.facility(), by.profession(), written("回答", by));
  }

  private SupportDeclined declined(long version) {
    return new SupportDeclined(
        id,
        patient,
        version,
        physician.id(),
        clinic,
        Profession.PHYSICIAN,
        written("専門外", physician));
  }

  private SupportWithdrawn withdrawn(long version, Person by) {
    return new SupportWithdrawn(
        id, patient, version, by.id(), by.facility(), by.profession(), written("入院した", by));
  }

  private SupportDecided decided(long version, Adoption adoption, String reason) {
    return new SupportDecided(
        id,
        patient,
        version,
        nurse.id(),
        station,
        Profession.NURSE,
        adoption,
        written(reason, nurse));
  }

  private Personal<WrittenArticle> written(String text, Person by) {
    return Personal.of(
        Subject.of(id, patient), new WrittenArticle(new ArticleContent("", text), name(by)));
  }

  private static AuthorAsWritten name(Person person) {
    return new AuthorAsWritten(person.profession().name(), "施設");
  }
}
