package jp.tsunagaru.audit.write;

import static jp.tsunagaru.access.write.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.AttestationVerdict;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.audit.HeldRights;
import jp.tsunagaru.audit.RightsAttestationId;
import jp.tsunagaru.audit.RightsInUse;
import jp.tsunagaru.audit.command.ConfirmRights;
import jp.tsunagaru.audit.command.SignAttestation;
import jp.tsunagaru.audit.event.AttestationSigned;
import jp.tsunagaru.audit.event.RightsConfirmed;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C-07: what is signed was shown and answered, account by account, in its own quarter. */
class RightsAttestationTest {
  private static final FiscalQuarter AUTUMN = new FiscalQuarter(2026, 3);
  private static final FiscalQuarter WINTER = new FiscalQuarter(2026, 4);

  /** The first minute of October in Japan. */
  private static final Instant OCTOBER = Instant.parse("2026-09-30T15:00:00Z");

  private final People.Person admin =
      People.at(FacilityId.next(), Profession.OFFICE_CLERK, Role.FACILITY_ADMIN);
  private final People.Person elsewhere =
      People.at(FacilityId.next(), Profession.OFFICE_CLERK, Role.FACILITY_ADMIN);
  private final RightsAttestationId id = RightsAttestationId.of(admin.facility());
  private final HeldRights own =
      new HeldRights(
          admin.id(), Profession.OFFICE_CLERK, Set.of(Role.FACILITY_ADMIN), Set.of(), 0, 0);
  private final HeldRights nurse =
      new HeldRights(
          AccountId.next(),
          Profession.NURSE,
          Set.of(Role.CARE_USER),
          Set.of(Right.VIEW, Right.WRITE),
          3,
          1);
  private List<HeldRights> held = List.of(own, nurse);
  private FixtureConfiguration<RightsAttestation> fixture;

  @BeforeEach
  void october() {
    at(OCTOBER);
  }

  private void at(Instant now) {
    RightsInUse inUse = facility -> facility.equals(admin.facility()) ? held : List.of();
    fixture =
        new AggregateTestFixture<>(RightsAttestation.class)
            .registerInjectableResource(inUse)
            .registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void a_quarter_is_one_of_the_fiscal_year_that_begins_in_april() {
    assertThat(FiscalQuarter.of(LocalDate.of(2026, 4, 1))).isEqualTo(new FiscalQuarter(2026, 1));
    assertThat(FiscalQuarter.of(LocalDate.of(2026, 9, 30))).isEqualTo(new FiscalQuarter(2026, 2));
    assertThat(FiscalQuarter.of(LocalDate.of(2026, 12, 31))).isEqualTo(AUTUMN);
    assertThat(FiscalQuarter.of(LocalDate.of(2027, 1, 1))).isEqualTo(WINTER);
    assertThat(FiscalQuarter.of(LocalDate.of(2027, 3, 31))).isEqualTo(WINTER);
    assertThat(WINTER.first()).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(WINTER.last()).isEqualTo(LocalDate.of(2027, 3, 31));
    assertThat(WINTER.next()).isEqualTo(new FiscalQuarter(2027, 1));
    assertThat(AUTUMN).isLessThan(WINTER);
    assertThatThrownBy(() -> new FiscalQuarter(2026, 5)).isInstanceOf(Refused.class);
  }

  @Test
  void what_was_shown_is_confirmed_with_what_it_was() {
    sent(confirm(AttestationVerdict.NEEDED, own, nurse))
        .expectEvents(confirmed(AUTUMN, AttestationVerdict.NEEDED, own, nurse));
    october();
    // Said again in another way until it is signed.
    sent(
            confirm(AttestationVerdict.REDUCE_RIGHTS, nurse),
            confirmed(AUTUMN, AttestationVerdict.NEEDED, nurse))
        .expectEvents(confirmed(AUTUMN, AttestationVerdict.REDUCE_RIGHTS, nurse));
  }

  @Test
  void nobody_confirms_what_was_not_shown() {
    HeldRights before =
        new HeldRights(
            nurse.accountId(),
            nurse.profession(),
            nurse.roles(),
            Set.of(Right.VIEW),
            nurse.teams(),
            nurse.groups());
    refuses(RefusalCode.ATTESTATION_CHANGED, confirm(AttestationVerdict.NEEDED, own, before));
    held = List.of(own);
    refuses(RefusalCode.ATTESTATION_CHANGED, confirm(AttestationVerdict.NEEDED, nurse));
    assertThatThrownBy(() -> confirm(AttestationVerdict.NEEDED)).isInstanceOf(Refused.class);
  }

  @Test
  void nobody_speaks_for_another_facility() {
    fixture
        .givenNoPriorActivity()
        .when(confirm(AttestationVerdict.NEEDED, nurse), elsewhere.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
    october();
    fixture
        .given(confirmed(AUTUMN, AttestationVerdict.NEEDED, own, nurse))
        .when(sign(AUTUMN), elsewhere.metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
  }

  @Test
  void nobody_signs_before_every_account_in_use_was_answered() {
    refuses(RefusalCode.ATTESTATION_UNANSWERED, sign(AUTUMN));
    refuses(
        RefusalCode.ATTESTATION_UNANSWERED,
        sign(AUTUMN),
        confirmed(AUTUMN, AttestationVerdict.NEEDED, nurse));
    // Answers of the quarter before count for that quarter.
    refuses(
        RefusalCode.ATTESTATION_UNANSWERED,
        sign(AUTUMN),
        confirmed(new FiscalQuarter(2026, 2), AttestationVerdict.NEEDED, own, nurse));
    refuses(
        RefusalCode.ATTESTATION_UNANSWERED,
        sign(AUTUMN),
        confirmed(new FiscalQuarter(2026, 2), AttestationVerdict.NEEDED, own, nurse),
        confirmed(AUTUMN, AttestationVerdict.NEEDED, own));
  }

  @Test
  void a_signature_says_how_many_are_needed_and_how_many_are_to_be_corrected() {
    sent(
            sign(AUTUMN),
            confirmed(AUTUMN, AttestationVerdict.NEEDED, own, nurse),
            confirmed(AUTUMN, AttestationVerdict.STOP_ACCOUNT, nurse))
        .expectEvents(new AttestationSigned(id, admin.facility(), AUTUMN, 1, 1, admin.id()));
    october();
    held = List.of(own);
    // Stopped in between: nobody has to take the mark back.
    sent(
            sign(AUTUMN),
            confirmed(AUTUMN, AttestationVerdict.NEEDED, own),
            confirmed(AUTUMN, AttestationVerdict.STOP_ACCOUNT, nurse))
        .expectEvents(new AttestationSigned(id, admin.facility(), AUTUMN, 1, 1, admin.id()));
  }

  @Test
  void a_signed_quarter_is_final() {
    Object[] done = {
      confirmed(AUTUMN, AttestationVerdict.NEEDED, own, nurse),
      new AttestationSigned(id, admin.facility(), AUTUMN, 2, 0, admin.id())
    };
    refuses(RefusalCode.ATTESTATION_SIGNED, sign(AUTUMN), done);
    refuses(RefusalCode.ATTESTATION_SIGNED, confirm(AttestationVerdict.REDUCE_RIGHTS, nurse), done);
    // The last second of December in Japan, and the first of January.
    at(Instant.parse("2026-12-31T14:59:59Z"));
    fixture
        .given(done)
        .when(sign(WINTER), admin.metaData())
        .expectException(refused(RefusalCode.ATTESTATION_QUARTER));
    at(Instant.parse("2026-12-31T15:00:00Z"));
    fixture
        .given(done)
        .when(sign(AUTUMN), admin.metaData())
        .expectException(refused(RefusalCode.ATTESTATION_QUARTER));
    at(Instant.parse("2026-12-31T15:00:00Z"));
    fixture
        .given(done)
        .when(
            new ConfirmRights(id, WINTER, AttestationVerdict.NEEDED, List.of(own)),
            admin.metaData())
        .expectEvents(confirmed(WINTER, AttestationVerdict.NEEDED, own));
  }

  @Test
  void a_correction_is_done_when_something_was_taken_away() {
    assertThat(nurse.reducedTo(nurse)).isFalse();
    assertThat(nurse.covers(nurse)).isTrue();
    HeldRights less = with(Set.of(Right.VIEW), 3);
    assertThat(nurse.reducedTo(less)).isTrue();
    assertThat(nurse.covers(less)).isTrue();
    HeldRights more = with(Set.of(Right.VIEW, Right.WRITE, Right.DELETE), 3);
    assertThat(nurse.reducedTo(more)).isFalse();
    assertThat(nurse.covers(more)).isFalse();
    assertThat(nurse.reducedTo(with(nurse.rights(), 2))).isTrue();
    assertThat(nurse.covers(with(nurse.rights(), 4))).isFalse();
  }

  private HeldRights with(Set<Right> rights, int teams) {
    return new HeldRights(
        nurse.accountId(), nurse.profession(), nurse.roles(), rights, teams, nurse.groups());
  }

  private ResultValidator<RightsAttestation> sent(Object command, Object... history) {
    return (history.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(history))
        .when(command, admin.metaData());
  }

  private void refuses(RefusalCode code, Object command, Object... history) {
    october();
    sent(command, history).expectNoEvents().expectException(refused(code));
  }

  private ConfirmRights confirm(AttestationVerdict verdict, HeldRights... seen) {
    return new ConfirmRights(id, AUTUMN, verdict, List.of(seen));
  }

  private SignAttestation sign(FiscalQuarter quarter) {
    return new SignAttestation(id, quarter);
  }

  private RightsConfirmed confirmed(
      FiscalQuarter quarter, AttestationVerdict verdict, HeldRights... seen) {
    return new RightsConfirmed(id, admin.facility(), quarter, verdict, List.of(seen), admin.id());
  }
}
