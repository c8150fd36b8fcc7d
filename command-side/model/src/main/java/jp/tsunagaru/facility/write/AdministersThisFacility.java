package jp.tsunagaru.facility.write;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.write.AccountsOfFacility;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** PF-10: only an administrator of this very facility, with an account in use, answers for it. */
final class AdministersThisFacility {
  private AdministersThisFacility() {}

  static PersonName check(AccountId accountId, FacilityId facilityId, AccountsOfFacility accounts) {
    return accounts
        .administrator(facilityId, accountId)
        .orElseThrow(() -> new Refused(RefusalCode.UNKNOWN_ACCOUNT));
  }
}
