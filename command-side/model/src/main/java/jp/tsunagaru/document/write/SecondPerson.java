package jp.tsunagaru.document.write;

import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/**
 * 完全削除 needs a second person, who answers for the facility of the document or for the city (第16条3,
 * DL-03).
 */
final class SecondPerson {
  private SecondPerson() {}

  /** Those who do not answer for the document do not learn that it exists. */
  static void checkResponsible(Belonging document, Actor approver) {
    boolean administrator =
        approver.origin().has(Role.FACILITY_ADMIN.name())
            && document.facilityId().equals(approver.facilityId());
    if (!administrator && !approver.origin().has(Role.CITY_OPERATOR.name())) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }

  static void checkNotRequester(AccountId requester, Actor approver) {
    if (requester.equals(approver.accountId())) {
      throw new Refused(RefusalCode.SAME_PERSON);
    }
  }
}
