package jp.tsunagaru.consent.write;

import static jp.tsunagaru.access.write.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.ProxyGround;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.consent.command.ResumeSharing;
import jp.tsunagaru.consent.command.StopSharing;
import jp.tsunagaru.consent.event.ConsentGranted;
import jp.tsunagaru.consent.event.SharingResumed;
import jp.tsunagaru.consent.event.SharingStopped;
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

class SharingConsentTest {
  /** 2026-04-01 01:00 in Japan, still March in UTC. */
  private static final Instant NOW = Instant.parse("2026-03-31T16:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

  private final PatientId patientId = PatientId.next();
  private final ConsentId consentId = ConsentId.of(patientId);
  private final People.Person nurse = People.nurse();
  private FixtureConfiguration<SharingConsent> fixture;

  @BeforeEach
  void setUp() {
    fixture =
        new AggregateTestFixture<>(SharingConsent.class)
            .registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
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
  void a_stop_needs_no_second_consent_to_end() {
    fixture
        .given(granted(TODAY), new SharingStopped(consentId, patientId, "PHONE"))
        .when(consent(ConsentKind.SELF, null, TODAY), nurse.metaData())
        .expectException(refused(RefusalCode.CONSENT_ALREADY_GIVEN));
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
        .when(new StopSharing(consentId, other, "PHONE"), nurse.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND))
        .expectNoEvents();
  }

  @Test
  void sharing_stops_and_goes_on() {
    fixture
        .given(granted(TODAY))
        .when(new StopSharing(consentId, patientId, "PHONE"), nurse.metaData())
        .expectEvents(new SharingStopped(consentId, patientId, "PHONE"));
    fixture
        .given(granted(TODAY), new SharingStopped(consentId, patientId, "PHONE"))
        .when(new ResumeSharing(consentId, patientId), nurse.metaData())
        .expectEvents(new SharingResumed(consentId, patientId));
  }

  @Test
  void nothing_stops_before_a_consent() {
    fixture
        .givenNoPriorActivity()
        .when(new StopSharing(consentId, patientId, "PHONE"), nurse.metaData())
        .expectException(refused(RefusalCode.SHARING_STATE))
        .expectNoEvents();
  }

  @Test
  void nothing_stops_twice_and_nothing_goes_on_that_was_not_stopped() {
    fixture
        .given(granted(TODAY), new SharingStopped(consentId, patientId, "PHONE"))
        .when(new StopSharing(consentId, patientId, "PHONE"), nurse.metaData())
        .expectException(refused(RefusalCode.SHARING_STATE));
    fixture
        .given(granted(TODAY))
        .when(new ResumeSharing(consentId, patientId), nurse.metaData())
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
}
