package jp.tsunagaru.consent.write;

import static jp.tsunagaru.access.write.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.ProxyGround;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.consent.RetainedMember;
import jp.tsunagaru.consent.command.ConfirmConsent;
import jp.tsunagaru.consent.command.EndUse;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.consent.command.ResumeSharing;
import jp.tsunagaru.consent.command.ResumeUse;
import jp.tsunagaru.consent.command.StopSharing;
import jp.tsunagaru.consent.command.StopSharingAtDesk;
import jp.tsunagaru.consent.command.WithdrawConsent;
import jp.tsunagaru.consent.event.ConsentConfirmed;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.consent.event.ConsentWithdrawn;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
import jp.tsunagaru.consent.event.UseEnded;
import jp.tsunagaru.consent.event.UseResumed;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.kernel.Subject;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharingConsentTest {
  /** 2026-04-01 01:00 in Japan, still March in UTC. */
  private static final Instant NOW = Instant.parse("2026-03-31T16:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

  private static final Requester ASKED = new Requester("申田 由美", "長女");

  private final PatientId patientId = PatientId.next();
  private final ConsentId consentId = ConsentId.of(patientId);
  private final People.Person nurse = People.nurse();
  private LocalDate birth = LocalDate.of(1940, 4, 1);
  private FixtureConfiguration<SharingConsent> fixture;

  @BeforeEach
  void setUp() {
    fixture =
        new AggregateTestFixture<>(SharingConsent.class)
            .registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC))
            .registerInjectableResource((TeamOfTheDay) (patient, day) -> team(day))
            .registerInjectableResource((BirthLookup) patient -> Optional.of(birth));
  }

  @Test
  void a_consent_signed_today_in_japan_is_recorded_with_facility_and_explainer() {
    fixture
        .givenNoPriorActivity()
        .when(consent(ConsentKind.SELF, null, TODAY), nurse.metaData())
        .expectEvents(granted(TODAY));
  }

  @Test
  void a_second_consent_is_not_asked_for_and_the_date_of_the_first_is_told() {
    fixture
        .given(granted(LocalDate.of(2026, 3, 2)))
        .when(consent(ConsentKind.SELF, null, TODAY), nurse.metaData())
        .expectException(refused(RefusalCode.CONSENT_ALREADY_GIVEN))
        .expectNoEvents();
    assertThat(
            catchThrowableOfType(Refused.class, () -> ConsentOnce.check(LocalDate.of(2026, 3, 2)))
                .parameters())
        .containsEntry("date", "2026-03-02");
  }

  @Test
  void what_a_proxy_signed_the_patient_confirms_once_and_not_tomorrow() {
    ConsentGranted byProxy = byProxy();
    ConfirmConsent confirm = new ConfirmConsent(consentId, patientId, TODAY, "2026-04-01");
    fixture
        .given(byProxy)
        .when(confirm, nurse.metaData())
        .expectEvents(new ConsentConfirmed(consentId, patientId, TODAY, "2026-04-01"));
    fixture
        .given(byProxy, new ConsentConfirmed(consentId, patientId, TODAY, "2026-04-01"))
        .when(confirm, nurse.metaData())
        .expectException(refused(RefusalCode.SHARING_STATE));
    fixture
        .given(byProxy)
        .when(
            new ConfirmConsent(consentId, patientId, TODAY.plusDays(1), "2026-04-01"),
            nurse.metaData())
        .expectException(refused(RefusalCode.FUTURE_DATE));
    fixture
        .given(granted(TODAY))
        .when(confirm, nurse.metaData())
        .expectException(refused(RefusalCode.SHARING_STATE));
  }

  private ConsentGranted byProxy() {
    ConsentGranted own = granted(TODAY);
    return new ConsentGranted(
        own.consentId(),
        own.patientId(),
        ConsentKind.PROXY,
        ProxyGround.MINOR,
        own.explainerId(),
        own.facilityId(),
        own.consentedOn(),
        own.textVersion(),
        own.signatures());
  }

  @Test
  void a_stop_needs_no_second_consent_to_end() {
    fixture
        .given(granted(TODAY), stopped(RequestChannel.FAMILY))
        .when(consent(ConsentKind.SELF, null, TODAY), nurse.metaData())
        .expectException(refused(RefusalCode.CONSENT_ALREADY_GIVEN));
  }

  /** Majority comes with the birthday; the day of signing counts. */
  @ParameterizedTest
  @CsvSource({
    "2008-04-01, SELF,,",
    "2008-04-01, PROXY, UNABLE,",
    "2008-04-01, PROXY, MINOR, CONSENT_OF_ADULT",
    "2008-04-02, PROXY, MINOR,",
    "2008-04-02, SELF,, CONSENT_OF_MINOR",
    "2008-04-02, PROXY, UNABLE, CONSENT_OF_MINOR",
    "2026-04-01, PROXY, MINOR,",
  })
  void the_family_signs_for_who_is_under_18(
      LocalDate born,
      ConsentKind kind,
      @Nullable ProxyGround ground,
      @Nullable RefusalCode refusal) {
    birth = born;
    var recorded =
        fixture.givenNoPriorActivity().when(consent(kind, ground, TODAY), nurse.metaData());
    if (refusal == null) {
      recorded.expectSuccessfulHandlerExecution();
    } else {
      recorded.expectException(refused(refusal)).expectNoEvents();
    }
  }

  @Test
  void a_consent_dated_tomorrow_is_refused() {
    fixture
        .givenNoPriorActivity()
        .when(consent(ConsentKind.SELF, null, TODAY.plusDays(1)), nurse.metaData())
        .expectException(refused(RefusalCode.FUTURE_DATE))
        .expectNoEvents();
  }

  @Test
  void a_proxy_is_recorded_with_its_ground() {
    fixture
        .givenNoPriorActivity()
        .when(consent(ConsentKind.PROXY, ProxyGround.UNABLE, TODAY), nurse.metaData())
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void a_ground_without_a_proxy_is_refused() {
    fixture
        .givenNoPriorActivity()
        .when(consent(ConsentKind.SELF, ProxyGround.MINOR, TODAY), nurse.metaData())
        .expectException(refused(RefusalCode.PROXY_GROUND_INVALID));
  }

  @Test
  void the_consent_of_one_patient_is_not_found_under_another() {
    PatientId other = PatientId.next();
    fixture
        .given(granted(TODAY))
        .when(new StopSharing(consentId, other, RequestChannel.FAMILY, ASKED), nurse.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND))
        .expectNoEvents();
  }

  private SharingStopped stopped(RequestChannel channel) {
    return new SharingStopped(
        consentId, patientId, channel.name(), Personal.of(Subject.of(patientId), ASKED));
  }

  private ResumeSharing resumption(RequestChannel channel) {
    return new ResumeSharing(consentId, patientId, channel, ASKED);
  }

  @Test
  void the_city_stops_what_is_shared_at_its_desk() {
    StopSharingAtDesk stop = new StopSharingAtDesk(consentId, patientId, ASKED);
    fixture
        .given(granted(TODAY))
        .when(stop, nurse.metaData())
        .expectEvents(stopped(RequestChannel.CITY));
    fixture
        .given(granted(TODAY), stopped(RequestChannel.FAMILY))
        .when(stop, nurse.metaData())
        .expectException(refused(RefusalCode.SHARING_STATE));
    fixture
        .given(granted(TODAY))
        .when(new StopSharingAtDesk(consentId, PatientId.next(), ASKED), nurse.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
  }

  @Test
  void nobody_stops_or_resumes_without_naming_who_asked() {
    Requester nobody = new Requester(" ", "");
    assertThat(
            catchThrowableOfType(
                    Refused.class,
                    () -> new StopSharing(consentId, patientId, RequestChannel.FAMILY, nobody))
                .parameters())
        .containsEntry("field", "requester");
    assertThat(
            catchThrowableOfType(
                    Refused.class,
                    () -> new ResumeSharing(consentId, patientId, RequestChannel.FAMILY, nobody))
                .parameters())
        .containsEntry("field", "requester");
  }

  @Test
  void sharing_stops_and_goes_on() {
    fixture
        .given(granted(TODAY))
        .when(new StopSharing(consentId, patientId, RequestChannel.FAMILY, ASKED), nurse.metaData())
        .expectEvents(stopped(RequestChannel.FAMILY));
    fixture
        .given(granted(TODAY), stopped(RequestChannel.FAMILY))
        .when(resumption(RequestChannel.PHYSICIAN), nurse.metaData())
        .expectEvents(
            new SharingResumed(
                consentId,
                patientId,
                RequestChannel.PHYSICIAN,
                Personal.of(Subject.of(patientId), ASKED)));
  }

  @Test
  void nothing_stops_before_a_consent() {
    fixture
        .givenNoPriorActivity()
        .when(new StopSharing(consentId, patientId, RequestChannel.FAMILY, ASKED), nurse.metaData())
        .expectException(refused(RefusalCode.SHARING_STATE))
        .expectNoEvents();
  }

  @Test
  void nothing_stops_twice_and_nothing_goes_on_that_was_not_stopped() {
    fixture
        .given(granted(TODAY), stopped(RequestChannel.FAMILY))
        .when(new StopSharing(consentId, patientId, RequestChannel.FAMILY, ASKED), nurse.metaData())
        .expectException(refused(RefusalCode.SHARING_STATE));
    fixture
        .given(granted(TODAY))
        .when(resumption(RequestChannel.FAMILY), nurse.metaData())
        .expectException(refused(RefusalCode.SHARING_STATE));
  }

  private RecordConsent consent(
      ConsentKind kind, @Nullable ProxyGround ground, LocalDate consentedOn) {
    return new RecordConsent(
        consentId, patientId, kind, ground, nurse.id(), consentedOn, "2024-04-01", signatures());
  }

  private ConsentGranted granted(LocalDate consentedOn) {
    return new ConsentGranted(
        consentId,
        patientId,
        ConsentKind.SELF,
        null,
        nurse.id(),
        nurse.facility(),
        consentedOn,
        "2024-04-01",
        Personal.of(Subject.of(patientId), signatures()));
  }

  private static ConsentSignatures signatures() {
    return new ConsentSignatures("佐藤 花子", "山田 太郎", "長男");
  }

  // ---- the end of use

  private final GrantId grantId = GrantId.next();

  private List<RetainedMember> team(LocalDate day) {
    return List.of(
        new RetainedMember(
            nurse.id(), grantId, null, TeamRole.VISITING_NURSE, Set.of(Right.VIEW), day));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-31, 2031-03-30", "2024-02-29, 2029-02-28", "2026-04-01, 2031-03-31"})
  void an_end_begins_five_years_for_the_team_of_the_day(LocalDate endedOn, LocalDate until) {
    fixture
        .given(granted(LocalDate.of(2024, 2, 1)))
        .when(new EndUse(consentId, patientId, EndReason.DEATH, endedOn), nurse.metaData())
        .expectEvents(
            new UseEnded(consentId, patientId, EndReason.DEATH, endedOn, until, true, team(TODAY)));
  }

  @Test
  void an_end_while_sharing_is_stopped_shows_nothing_and_is_not_taken_back() {
    UseEnded hidden = ended(false);
    fixture
        .given(granted(TODAY), stopped(RequestChannel.FAMILY))
        .when(new EndUse(consentId, patientId, EndReason.DEATH, TODAY), nurse.metaData())
        .expectEvents(hidden);
    fixture
        .given(granted(TODAY), stopped(RequestChannel.FAMILY), hidden)
        .when(new ResumeUse(consentId, patientId), nurse.metaData())
        .expectException(refused(RefusalCode.SHARING_STATE));
  }

  @Test
  void an_end_tomorrow_or_before_the_consent_is_refused() {
    fixture
        .given(granted(TODAY))
        .when(
            new EndUse(consentId, patientId, EndReason.DEATH, TODAY.plusDays(1)), nurse.metaData())
        .expectException(refused(RefusalCode.FUTURE_DATE));
    fixture
        .given(granted(TODAY))
        .when(
            new EndUse(consentId, patientId, EndReason.DEATH, TODAY.minusDays(1)), nurse.metaData())
        .expectException(refused(RefusalCode.END_BEFORE_CONSENT));
  }

  @Test
  void an_end_is_taken_back_and_nothing_ends_twice() {
    fixture
        .given(granted(TODAY), ended(true))
        .when(new ResumeUse(consentId, patientId), nurse.metaData())
        .expectEvents(new UseResumed(consentId, patientId));
    fixture
        .given(granted(TODAY), ended(true))
        .when(new EndUse(consentId, patientId, EndReason.OTHER, TODAY), nurse.metaData())
        .expectException(refused(RefusalCode.SHARING_STATE));
    fixture
        .given(granted(TODAY), ended(true))
        .when(new StopSharing(consentId, patientId, RequestChannel.FAMILY, ASKED), nurse.metaData())
        .expectException(refused(RefusalCode.SHARING_STATE));
  }

  @Test
  void withdrawal_is_no_reason_of_an_end() {
    assertThat(
            catchThrowableOfType(
                    Refused.class,
                    () -> new EndUse(consentId, patientId, EndReason.WITHDRAWAL, TODAY))
                .code())
        .isEqualTo(RefusalCode.END_BY_WITHDRAWAL);
  }

  @Test
  void a_withdrawal_names_who_asked_and_keeps_the_five_years_of_an_earlier_end() {
    Requester son = new Requester("山田 一", "長男");
    WithdrawConsent withdrawal =
        new WithdrawConsent(consentId, patientId, RequestChannel.FAMILY, son, TODAY);
    ConsentWithdrawn withdrawn =
        new ConsentWithdrawn(
            consentId,
            patientId,
            RequestChannel.FAMILY,
            Personal.of(Subject.of(patientId), son),
            TODAY,
            LocalDate.of(2031, 3, 31),
            team(TODAY));
    fixture.given(granted(TODAY)).when(withdrawal, nurse.metaData()).expectEvents(withdrawn);
    UseEnded earlier =
        new UseEnded(
            consentId,
            patientId,
            EndReason.DEATH,
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2031, 2, 28),
            true,
            List.of());
    fixture
        .given(granted(LocalDate.of(2026, 2, 1)), earlier)
        .when(withdrawal, nurse.metaData())
        .expectEvents(
            new ConsentWithdrawn(
                consentId,
                patientId,
                RequestChannel.FAMILY,
                Personal.of(Subject.of(patientId), son),
                TODAY,
                LocalDate.of(2031, 2, 28),
                List.of()));
    fixture
        .given(granted(TODAY), withdrawn)
        .when(new ResumeUse(consentId, patientId), nurse.metaData())
        .expectException(refused(RefusalCode.SHARING_STATE));
  }

  private UseEnded ended(boolean displayed) {
    return new UseEnded(
        consentId,
        patientId,
        EndReason.DEATH,
        TODAY,
        LocalDate.of(2031, 3, 31),
        displayed,
        team(TODAY));
  }
}
