package jp.tsunagaru.facility.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.command.SignIn;
import jp.tsunagaru.account.write.RunningAccounts;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.command.AssignGroup;
import jp.tsunagaru.careteam.command.AssignMember;
import jp.tsunagaru.careteam.command.CreateGroup;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.ConsentKind;
import jp.tsunagaru.consent.ConsentSignatures;
import jp.tsunagaru.consent.command.RecordConsent;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.command.AbolishFacility;
import jp.tsunagaru.facility.command.RequestAbolition;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.CorrectBasicInfo;
import jp.tsunagaru.patient.command.RegisterPatient;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 第10条, PF-12: with a facility ends what hangs on it, at once and together. */
class AbolitionTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final RunningAccounts running = RunningAccounts.get();
  private final JdbcClient jdbc = running.bean(JdbcClient.class);
  private final FacilityId clinic = Registered.facility(running, "森歯科医院").facilityId();
  private final FacilityId station = Registered.facility(running, "訪問看護ステーションひかり").facilityId();
  private final RunningAccounts.Person admin = running.atWork(clinic, Role.FACILITY_ADMIN);
  private final RunningAccounts.Person dentist = running.atWork(clinic, Role.CARE_USER);
  private final RunningAccounts.Person nurse = running.atWork(station, Role.CARE_USER);
  private final Origin atClinic = running.origin(dentist, Ids.next("ses"));
  private final Origin atStation = running.origin(nurse, Ids.next("ses"));

  @Test
  void accountsSessionsMembershipsAndGroupsEndAtOnce() {
    PatientId patient = patient(atClinic);
    assign(patient, nurse.account(), atClinic);
    GroupId group = GroupId.next();
    running.send(new CreateGroup(group, "口腔ケア", Set.of(dentist.account())), atClinic);
    PatientId grouped = patient(atStation);
    GrantId through = GrantId.next();
    running.send(
        new AssignGroup(CareTeamId.of(grouped), grouped, through, group, terms()), atStation);
    request(TODAY);

    running.send(new AbolishFacility(clinic, 2, ""), running.cityOperator());

    assertThat(state("select state from guard.facility where facility_id = ?", clinic.value()))
        .containsOnly("ABOLISHED");
    assertThat(state("select state from guard.account where facility_id = ?", clinic.value()))
        .hasSizeGreaterThanOrEqualTo(3)
        .containsOnly("DEACTIVATED");
    assertThat(refusal(correction(patient), atClinic)).isEqualTo(RefusalCode.NOT_SIGNED_IN);
    assertThat(
            refusal(
                new SignIn(
                    dentist.login().value(), new Secret(dentist.password()), Ids.next("ses")),
                Origin.visitor("192.0.2.77-" + Ids.next("x"))))
        .isEqualTo(RefusalCode.SIGN_IN_FAILED);
    assertThat(
            jdbc.sql(
                    """
                    select coalesce(account_id, group_id) from guard.membership
                     where patient_id in (?, ?) and ended_at is null\
                    """)
                .params(patient.value(), grouped.value())
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(nurse.account().value(), nurse.account().value());
    assertThat(
            jdbc.sql("select dissolved from guard.care_group where group_id = ?")
                .param(group.value())
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(Registered.events(running, clinic)).endsWith("FacilityAbolished");
    running.send(correction(patient), atStation);
  }

  @Test
  void whoKeepsNobodyInChargeIsCountedAndTheCitySaysWhoCaresForThem() {
    patient(atClinic);
    request(TODAY);

    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () -> running.send(new AbolishFacility(clinic, 2, ""), running.cityOperator()));

    assertThat(refused.code()).isEqualTo(RefusalCode.PATIENTS_LEFT);
    assertThat(refused.parameters()).isEqualTo(Map.of("patients", "1"));
    assertThat(state("select state from guard.facility where facility_id = ?", clinic.value()))
        .containsOnly("ACTIVE");
    running.send(new AbolishFacility(clinic, 2, "地域包括支援センターが引き継ぐ"), running.cityOperator());
    assertThat(Registered.events(running, clinic)).endsWith("FacilityAbolished");
  }

  @Test
  void whoeverSeesAPatientOnlyThroughAGroupOfTheFacilityTakesNothingOver() {
    PatientId patient = patient(atClinic);
    GroupId group = GroupId.next();
    running.send(
        new CreateGroup(group, "連携", Set.of(dentist.account(), nurse.account())), atClinic);
    running.send(
        new AssignGroup(CareTeamId.of(patient), patient, GrantId.next(), group, terms()), atClinic);
    request(TODAY);

    assertThat(refusal(new AbolishFacility(clinic, 2, ""), running.cityOperator()))
        .isEqualTo(RefusalCode.PATIENTS_LEFT);
  }

  @Test
  void nobodyIsCutOffBeforeTheDay() {
    request(TODAY.plusDays(1));
    assertThat(refusal(new AbolishFacility(clinic, 2, ""), running.cityOperator()))
        .isEqualTo(RefusalCode.ABOLITION_TOO_EARLY);

    running.now(Instant.parse("2026-11-22T00:00:00Z").plus(Duration.ofDays(1)));
    running.send(new AbolishFacility(clinic, 2, ""), running.cityOperator());
    assertThat(refusal(new AbolishFacility(clinic, 3, ""), running.cityOperator()))
        .isEqualTo(RefusalCode.FACILITY_STATE);
  }

  @Test
  void anAbolishedFacilityGetsNoAccounts() {
    request(TODAY);
    running.send(new AbolishFacility(clinic, 2, ""), running.cityOperator());

    Refused refused =
        catchThrowableOfType(Refused.class, () -> running.issued(clinic, Role.CARE_USER));
    assertThat(refused.code()).isEqualTo(RefusalCode.NOT_FOUND);
  }

  private void request(LocalDate on) {
    running.send(
        new RequestAbolition(clinic, 1, on, "閉院のため"), running.origin(admin, Ids.next("ses")));
  }

  private RefusalCode refusal(Object command, Origin by) {
    return catchThrowableOfType(Refused.class, () -> running.send(command, by)).code();
  }

  private List<String> state(String sql, String id) {
    return jdbc.sql(sql).param(id).query(String.class).list();
  }

  private static MembershipTerms terms() {
    return new MembershipTerms(TeamRole.OTHER, Set.of(Right.VIEW), null, null);
  }

  private void assign(PatientId patient, AccountId account, Origin by) {
    running.send(
        new AssignMember(
            CareTeamId.of(patient),
            patient,
            GrantId.next(),
            account,
            new MembershipTerms(TeamRole.OTHER, Set.of(Right.values()), null, null)),
        by);
  }

  private PatientId patient(Origin registrar) {
    PatientId patient = PatientId.next();
    running.send(
        new RegisterPatient(patient, info("0568-76-1188"), GrantId.next(), TeamRole.DENTIST),
        registrar);
    running.send(
        new RecordConsent(
            ConsentId.of(patient),
            patient,
            ConsentKind.SELF,
            null,
            new AccountId(registrar.accountId()),
            TODAY,
            "2024-04-01",
            new ConsentSignatures("佐藤 花子", "山田 太郎", "")),
        registrar);
    return patient;
  }

  private static CorrectBasicInfo correction(PatientId patient) {
    return new CorrectBasicInfo(patient, 1, info("0568-00-0000"));
  }

  private static BasicInfo info(String phone) {
    return new BasicInfo(
        "山田",
        "太郎",
        "やまだ",
        "たろう",
        Gender.MALE,
        LocalDate.of(1940, 4, 1),
        "",
        "小牧市",
        List.of(phone),
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
