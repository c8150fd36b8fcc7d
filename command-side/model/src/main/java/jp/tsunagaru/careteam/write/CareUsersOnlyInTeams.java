package jp.tsunagaru.careteam.write;

import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** 第15条1: only users of the participating facilities take part; an account out of use does not. */
final class CareUsersOnlyInTeams {
  private CareUsersOnlyInTeams() {}

  static void check(Set<AccountId> accounts, TeamLookup lookup) {
    if (!accounts.isEmpty() && !lookup.careUsers(accounts)) {
      throw new Refused(RefusalCode.UNKNOWN_ACCOUNT);
    }
  }
}
