package jp.tsunagaru.facility.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.command.DeactivateAccount;
import jp.tsunagaru.account.write.RunningAccounts;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.facility.command.AppointAdministrator;
import jp.tsunagaru.kernel.Ids;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PF-10: one person answers for a facility at any time. */
class HandOverTest {
  private final RunningAccounts running = RunningAccounts.get();
  private final Registered clinic = Registered.facility(running, "森歯科医院");
  private final FacilityId facility = clinic.facilityId();
  private final RunningAccounts.Person deputy = running.atWork(facility, Role.FACILITY_ADMIN);
  private final Origin atWork = running.origin(deputy, Ids.next("ses"));

  private RefusalCode refusal(Object command) {
    return catchThrowableOfType(Refused.class, () -> running.send(command, atWork)).code();
  }

  private AppointAdministrator appoint(long basedOn, AccountId account) {
    return new AppointAdministrator(facility, basedOn, account);
  }

  private DeactivateAccount leaves(AccountId account) {
    return new DeactivateAccount(account, facility, "LEFT");
  }

  @Test
  void whoAnswersHandsOverBeforeLeaving() {
    assertThat(refusal(leaves(clinic.administratorId())))
        .isEqualTo(RefusalCode.RESPONSIBLE_ADMINISTRATOR);

    running.send(appoint(1, deputy.account()), atWork);

    assertThat(
            running
                .bean(JdbcClient.class)
                .sql("select administrator_id from guard.facility where facility_id = ?")
                .param(facility.value())
                .query(String.class)
                .single())
        .isEqualTo(deputy.account().value());
    running.send(leaves(clinic.administratorId()), atWork);
  }

  @Test
  void theNameInTheRegisteredContentFollows() {
    running.send(appoint(1, deputy.account()), atWork);
    assertThat(Registered.events(running, facility))
        .containsExactly(
            "FacilityRegistered",
            "AdministratorAppointed",
            "AdministratorAppointed",
            "FacilityChanged");
    running.send(appoint(3, deputy.account()), atWork);
    assertThat(Registered.events(running, facility)).hasSize(4);
    assertThat(refusal(appoint(1, deputy.account()))).isEqualTo(RefusalCode.CONFLICT);
  }

  @Test
  void onlyAnAdministratorOfThisFacilityInUseTakesOver() {
    RunningAccounts.Person dentist = running.atWork(facility, Role.CARE_USER);
    RunningAccounts.Person invited = running.issued(facility, Role.FACILITY_ADMIN);
    FacilityId elsewhere = Registered.facility(running, "みどり歯科").facilityId();
    RunningAccounts.Person stranger = running.atWork(elsewhere, Role.FACILITY_ADMIN);

    for (RunningAccounts.Person person : List.of(dentist, invited, stranger)) {
      assertThat(refusal(appoint(1, person.account()))).isEqualTo(RefusalCode.UNKNOWN_ACCOUNT);
    }
  }
}
