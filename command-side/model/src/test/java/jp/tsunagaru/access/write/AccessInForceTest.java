package jp.tsunagaru.access.write;

import static jp.tsunagaru.access.write.Sending.command;
import static jp.tsunagaru.access.write.Sending.query;
import static jp.tsunagaru.access.write.WriteSide.accessesOf;
import static jp.tsunagaru.access.write.WriteSide.bean;
import static jp.tsunagaru.access.write.WriteSide.jdbc;
import static jp.tsunagaru.access.write.WriteSide.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.event.AccessDenied;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.audit.event.RecordViewed;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.command.AssignGroup;
import jp.tsunagaru.careteam.command.AssignMember;
import jp.tsunagaru.careteam.command.ChangeGroup;
import jp.tsunagaru.careteam.command.ChangeMembership;
import jp.tsunagaru.careteam.command.CreateGroup;
import jp.tsunagaru.careteam.command.DissolveGroup;
import jp.tsunagaru.careteam.command.EndMembership;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.consent.command.ResumeSharing;
import jp.tsunagaru.consent.command.StopSharing;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.CorrectBasicInfo;
import jp.tsunagaru.patient.command.RegisterPatient;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.common.Registration;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the registration of a patient to the end of an access, by commands alone. */
class AccessInForceTest {
  record Look(PatientId patientId) implements PatientScoped {
    @Override
    public Right needs() {
      return Right.VIEW;
    }
  }

  private final People.Person nurse = signedIn(People.nurse());
  private final People.Person pharmacist = signedIn(People.pharmacist());
  private final PatientId patientId = PatientId.next();
  private final CareTeamId teamId = CareTeamId.of(patientId);
  private final ConsentId consentId = ConsentId.of(patientId);
  private final GrantId first = GrantId.next();
  private Registration handler = () -> true;

  @BeforeEach
  void registerPatient() {
    handler =
        bean(QueryBus.class).subscribe(Look.class.getName(), Object.class, message -> "content");
    command(nurse, new RegisterPatient(patientId, basicInfo(), first, TeamRole.VISITING_NURSE))
        .isDone();
  }

  @AfterEach
  void unsubscribe() {
    handler.cancel();
  }

  @Test
  void a_patient_is_private_until_the_consent_and_then_the_teams() {
    looksInVain(pharmacist);
    looks(nurse);
    command(nurse, assign(GrantId.next(), pharmacist)).isRefused(RefusalCode.CONSENT_MISSING);

    consent();

    looks(nurse);
    looksInVain(pharmacist);
    GrantId grantId = GrantId.next();
    command(nurse, assign(grantId, pharmacist)).isDone();
    looks(pharmacist);
    assertThat(accessesOf(pharmacist))
        .containsExactly(
            new AccessDenied(patientId.value(), "Look", "NO_CONSENT"),
            new AccessDenied(patientId.value(), "Look", "NO_MEMBERSHIP"),
            new RecordViewed(
                patientId,
                "Look",
                Map.of(),
                "",
                new AccessGround(consentId.value(), grantId.value(), "", "VIEW")));
  }

  @Test
  void an_ended_membership_is_over_at_once_in_an_open_session() {
    consent();
    GrantId grantId = GrantId.next();
    command(nurse, assign(grantId, pharmacist)).isDone();
    looks(pharmacist);

    command(nurse, new EndMembership(teamId, patientId, grantId, "LEFT")).isDone();

    looksInVain(pharmacist);
  }

  @Test
  void a_right_taken_away_is_gone_at_once() {
    consent();
    GrantId grantId = GrantId.next();
    command(nurse, assign(grantId, pharmacist, Right.VIEW, Right.EDIT_BASIC)).isDone();
    command(pharmacist, new CorrectBasicInfo(patientId, 1, basicInfo())).isDone();

    command(
            nurse,
            new ChangeMembership(
                teamId,
                patientId,
                grantId,
                new MembershipTerms(TeamRole.PHARMACIST, EnumSet.of(Right.VIEW), null, null)))
        .isDone();

    command(pharmacist, new CorrectBasicInfo(patientId, 2, basicInfo()))
        .isRefused(RefusalCode.NOT_FOUND);
    looks(pharmacist);
  }

  @Test
  void a_membership_that_ended_yesterday_gives_nothing() {
    consent();
    LocalDate today = LocalDate.ofInstant(bean(Clock.class).instant(), AccessDecisions.JAPAN);
    command(
            nurse,
            new AssignMember(
                teamId,
                patientId,
                GrantId.next(),
                pharmacist.id(),
                new MembershipTerms(
                    TeamRole.PHARMACIST, EnumSet.of(Right.VIEW), null, today.minusDays(1))))
        .isDone();

    looksInVain(pharmacist);
    assertThat(accessesOf(pharmacist))
        .containsExactly(new AccessDenied(patientId.value(), "Look", "EXPIRED"));
  }

  @Test
  void a_stop_closes_the_record_to_everybody_and_only_its_end_opens_it() {
    consent();
    GrantId grantId = GrantId.next();
    command(nurse, assign(grantId, pharmacist)).isDone();

    command(
            nurse,
            new StopSharing(
                consentId, patientId, RequestChannel.FAMILY, new Requester("申し出た人", "")))
        .isDone();

    looksInVain(nurse);
    looksInVain(pharmacist);
    command(nurse, new EndMembership(teamId, patientId, grantId, "LEFT"))
        .isRefused(RefusalCode.NOT_FOUND);
    ResumeSharing resumption =
        new ResumeSharing(consentId, patientId, RequestChannel.FAMILY, new Requester("申し出た人", ""));
    command(pharmacist, resumption).isRefused(RefusalCode.NOT_FOUND);

    command(nurse, resumption).isDone();

    looks(nurse);
    looks(pharmacist);
  }

  @Test
  void a_group_hands_its_patients_over_at_once() {
    consent();
    People.Person day = signedIn(People.nurse());
    GroupId groupId = GroupId.next();
    command(nurse, new CreateGroup(groupId, "当番", Set.of(pharmacist.id()))).isDone();
    command(
            nurse,
            new AssignGroup(
                teamId,
                patientId,
                GrantId.next(),
                groupId,
                new MembershipTerms(TeamRole.OTHER, EnumSet.of(Right.VIEW), null, null)))
        .isDone();
    looks(pharmacist);
    looksInVain(day);

    command(nurse, new ChangeGroup(groupId, "当番", Set.of(day.id()))).isDone();
    looksInVain(pharmacist);
    looks(day);

    command(nurse, new DissolveGroup(groupId)).isDone();
    looksInVain(day);
  }

  @Test
  void nobody_who_is_no_care_user_in_use_can_be_assigned() {
    consent();
    jdbc()
        .sql("update guard.account set state = 'DEACTIVATED' where account_id = ?")
        .param(pharmacist.id().value())
        .update();
    command(nurse, assign(GrantId.next(), pharmacist)).isRefused(RefusalCode.UNKNOWN_ACCOUNT);
    command(
            nurse,
            new AssignMember(
                teamId,
                patientId,
                GrantId.next(),
                AccountId.next(),
                new MembershipTerms(TeamRole.OTHER, EnumSet.of(Right.VIEW), null, null)))
        .isRefused(RefusalCode.UNKNOWN_ACCOUNT);
  }

  @Test
  void a_team_that_is_not_there_is_not_found_and_recorded() {
    GroupId missing = GroupId.next();
    command(nurse, new DissolveGroup(missing)).isRefused(RefusalCode.NOT_FOUND);
    assertThat(accessesOf(nurse))
        .containsExactly(new AccessDenied("", "DissolveGroup", "NOT_FOUND"));
  }

  @Test
  void an_event_whose_guard_row_cannot_be_written_did_not_happen() {
    GroupId groupId = GroupId.next();
    jdbc()
        .sql("alter table guard.care_group add constraint refuses check (name <> 'refused')")
        .update();

    assertThat(command(nurse, new CreateGroup(groupId, "refused", Set.of())).succeeded()).isFalse();
    jdbc().sql("alter table guard.care_group drop constraint refuses").update();

    assertThat(
            jdbc()
                .sql("select count(*) from store.domain_event_entry where aggregate_identifier = ?")
                .param(groupId.value())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void what_is_stored_of_a_patient_is_sealed_and_names_who_did_it() {
    List<byte[]> rows =
        jdbc()
            .sql(
                """
                select payload || meta_data from store.domain_event_entry
                where aggregate_identifier in (?, ?)\
                """)
            .params(patientId.value(), teamId.value())
            .query((row, number) -> row.getBytes(1))
            .list();
    assertThat(rows)
        .hasSize(2)
        .allSatisfy(row ->
            assertThat(new String(row, StandardCharsets.UTF_8))
                .contains(nurse.id().value())
                .doesNotContain("山田")
                .doesNotContain("小牧三丁目"));
  }

  private void looks(People.Person person) {
    assertThat(query(person, new Look(patientId)).answered()).isEqualTo("content");
  }

  private void looksInVain(People.Person person) {
    query(person, new Look(patientId)).isRefused(RefusalCode.NOT_FOUND);
  }

  private void consent() {
    command(
            nurse,
            new RecordConsent(
                consentId,
                patientId,
                ConsentKind.SELF,
                null,
                nurse.id(),
                LocalDate.of(2024, 4, 1),
                "2024-04-01",
                new ConsentSignatures("佐藤 花子", "山田 太郎", "")))
        .isDone();
  }

  private AssignMember assign(GrantId grantId, People.Person person, Right... rights) {
    Set<Right> held = EnumSet.of(Right.VIEW);
    held.addAll(List.of(rights));
    return new AssignMember(
        teamId,
        patientId,
        grantId,
        person.id(),
        new MembershipTerms(TeamRole.PHARMACIST, held, null, null));
  }

  private static BasicInfo basicInfo() {
    return new BasicInfo(
        "山田",
        "太郎",
        "やまだ",
        "たろう",
        Gender.MALE,
        LocalDate.of(1928, 2, 29),
        "485-0041",
        "小牧市小牧三丁目1番地",
        List.of("0568-76-1188"),
        List.of(),
        "",
        "",
        null,
        null,
        null,
        "",
        "",
        "");
  }
}
