package jp.tsunagaru.facility.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.LoginId;
import jp.tsunagaru.account.Secret;
import jp.tsunagaru.account.command.SignIn;
import jp.tsunagaru.account.command.SignedIn;
import jp.tsunagaru.account.write.RunningAccounts;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;
import jp.tsunagaru.facility.PublicField;
import jp.tsunagaru.facility.command.ApplyForFacility;
import jp.tsunagaru.facility.command.ApproveApplication;
import jp.tsunagaru.facility.command.ReceivePaperForm;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.terms.TermsInForce;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole way of a facility, on the real store. */
class ApprovalTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private final RunningAccounts running = RunningAccounts.get();
  private final ApplicationId application = ApplicationId.next();
  private final FacilityId facility = FacilityId.next();

  @Test
  void an_approved_administrator_signs_in_for_the_facility() {
    apply();
    running.send(approve("mori-" + unique()), running.cityOperator());

    assertThat(
            running
                .bean(JdbcClient.class)
                .sql("select name, state from guard.facility where facility_id = ?")
                .param(facility.value())
                .query()
                .singleRow())
        .isEqualTo(Map.of("name", "森歯科医院", "state", "ACTIVE"));
  }

  @Test
  void when_the_login_id_is_taken_nothing_at_all_happens_and_another_one_does() {
    apply();
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> running.send(approve("city-admin"), running.cityOperator()));
    assertThat(refused.code()).isEqualTo(RefusalCode.LOGIN_ID_TAKEN);
    assertThat(
            running
                .bean(JdbcClient.class)
                .sql("select count(*) from guard.facility where facility_id = ?")
                .param(facility.value())
                .query(Integer.class)
                .single())
        .isZero();

    String login = "mori-" + unique();
    running.send(approve(login), running.cityOperator());

    SignedIn in =
        running.send(
            new SignIn(login, new Secret("one-time-secret"), Ids.next("ses")),
            Origin.visitor("192.0.2.9-" + unique()));
    assertThat(in.displayName()).isEqualTo("森 一郎");
    assertThat(in.facilityName()).isEqualTo("森歯科医院");
    assertThat(in.facilityId()).isEqualTo(facility);
  }

  private void apply() {
    running.send(
        new ApplyForFacility(
            application,
            DAY,
            new FacilityProfile(
                "森歯科医院",
                "485-0041",
                "愛知県小牧市小牧2-2",
                Affiliation.DENTAL_ASSOCIATION,
                "",
                "",
                "0568-76-1188",
                "",
                "mori@example.jp",
                EnumSet.allOf(PublicField.class)),
            new FacilityPeople("森　一郎", ""),
            running.bean(TermsInForce.class).agreement()),
        Origin.visitor("192.0.2.8"));
    running.send(new ReceivePaperForm(application, DAY), running.cityOperator());
  }

  private ApproveApplication approve(String login) {
    return new ApproveApplication(
        application,
        facility,
        AccountId.next(),
        new LoginId(login),
        new Secret("one-time-secret"),
        Profession.DENTIST,
        true,
        "");
  }

  private static String unique() {
    String id = Ids.next("x");
    return id.substring(id.length() - 8);
  }
}
