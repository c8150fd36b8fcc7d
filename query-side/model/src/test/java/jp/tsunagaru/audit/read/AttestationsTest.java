package jp.tsunagaru.audit.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.AttestationVerdict;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.audit.HeldRights;
import jp.tsunagaru.audit.query.AttestationRow;
import jp.tsunagaru.audit.query.AttestationState;
import jp.tsunagaru.careteam.read.ReadSide;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C-07: each facility owes a signature in every quarter, and what was marked stays until done. */
class AttestationsTest {
  private static final FiscalQuarter SUMMER = new FiscalQuarter(2026, 2);

  private final ReadSide side = new ReadSide();
  private final List<HeldRights> held = new ArrayList<>();
  private Origin nurse;

  @BeforeEach
  void a_facility_of_june_with_one_nurse() {
    side.jdbc.sql("truncate view.attestation, view.rights_confirmation").update();
    nurse = side.person("春日", "光", Profession.NURSE);
    held.add(rights(5));
    registered("2026-06-20T03:00:00Z");
  }

  @AfterEach
  void close() {
    side.close();
  }

  @Test
  void whoever_joins_late_in_a_quarter_has_as_many_days() {
    assertThat(on("2026-06-21"))
        .extracting(AttestationRow::state, AttestationRow::due)
        .containsExactly(AttestationState.DUE, LocalDate.of(2026, 7, 20));
    assertThat(on("2026-07-20").state()).isEqualTo(AttestationState.DUE);
    // The quarter that followed does not make good for the day that was missed.
    assertThat(on("2026-07-21").state()).isEqualTo(AttestationState.OVERDUE);
  }

  @Test
  void a_signature_lasts_until_the_next_quarter_and_its_days() {
    signed(SUMMER);
    assertThat(on("2026-09-30"))
        .extracting(AttestationRow::state, AttestationRow::due)
        .containsExactly(AttestationState.DONE, LocalDate.of(2026, 10, 30));
    assertThat(on("2026-10-01").state()).isEqualTo(AttestationState.DUE);
    assertThat(on("2026-10-30").state()).isEqualTo(AttestationState.DUE);
    assertThat(on("2026-10-31").state()).isEqualTo(AttestationState.OVERDUE);
    // A missed quarter is not forgiven by the next one.
    assertThat(on("2027-01-02"))
        .extracting(AttestationRow::state, AttestationRow::due)
        .containsExactly(AttestationState.OVERDUE, LocalDate.of(2026, 10, 30));
    signed(new FiscalQuarter(2026, 4));
    assertThat(on("2027-01-02").state()).isEqualTo(AttestationState.DONE);
  }

  @Test
  void a_facility_without_an_account_in_use_owes_nothing() {
    side.jdbc.sql("update view.account set deactivated_at = now()").update();
    assertThat(attestations("2027-01-02").all()).isEmpty();
    assertThat(attestations("2027-01-02").standing())
        .isEqualTo(new Attestations.Standing(0, 0, 0, 0));
  }

  @Test
  void what_was_marked_stays_until_it_is_carried_out_or_judged_anew() {
    answered(SUMMER, AttestationVerdict.REDUCE_RIGHTS);
    signed(SUMMER);
    assertThat(on("2026-09-30").corrections()).isEqualTo(1);
    assertThat(on("2026-09-30").answered()).isEqualTo(1);
    assertThat(on("2026-10-01").answered()).isZero();
    held.set(0, rights(4));
    assertThat(on("2026-10-01").corrections()).isZero();

    answered(new FiscalQuarter(2026, 3), AttestationVerdict.STOP_ACCOUNT);
    assertThat(on("2026-10-01").corrections()).isEqualTo(1);
    assertThat(attestations("2026-10-01").standing())
        .isEqualTo(new Attestations.Standing(0, 1, 0, 1));
    answered(new FiscalQuarter(2026, 4), AttestationVerdict.NEEDED);
    assertThat(on("2027-01-02").corrections()).isZero();
  }

  private AttestationRow on(String day) {
    return attestations(day).of(side.facility).getFirst();
  }

  private Attestations attestations(String day) {
    return new Attestations(
        side.jdbc,
        facility -> facility.equals(side.facility) ? held : List.of(),
        Clock.fixed(
            LocalDate.parse(day).atStartOfDay(ReviewPeriods.JAPAN).toInstant(), ZoneOffset.UTC),
        30);
  }

  private HeldRights rights(int teams) {
    return new HeldRights(
        new AccountId(nurse.accountId()),
        Profession.NURSE,
        Set.of(Role.CARE_USER),
        Set.of(Right.VIEW, Right.WRITE),
        teams,
        1);
  }

  private void registered(String at) {
    side.jdbc
        .sql("update view.facility set registered_at = ?")
        .param(OffsetDateTime.parse(at))
        .update();
  }

  private void answered(FiscalQuarter quarter, AttestationVerdict verdict) {
    side.jdbc
        .sql(
            """
            insert into view.rights_confirmation
              (facility_id, fiscal_year, quarter, account_id, verdict, profession, roles, rights,
               teams, groups, confirmed_by, confirmed_at)
            values (?, ?, ?, ?, ?, 'NURSE', '{CARE_USER}', '{VIEW,WRITE}', 5, 1, ?, now())\
            """)
        .params(
            side.facility.value(),
            quarter.year(),
            quarter.quarter(),
            nurse.accountId(),
            verdict.name(),
            nurse.accountId())
        .update();
  }

  private void signed(FiscalQuarter quarter) {
    side.jdbc
        .sql(
            """
            insert into view.attestation
              (facility_id, fiscal_year, quarter, needed, to_correct, signed_by, signed_at)
            values (?, ?, ?, 1, 0, ?, now())\
            """)
        .params(side.facility.value(), quarter.year(), quarter.quarter(), nurse.accountId())
        .update();
  }
}
