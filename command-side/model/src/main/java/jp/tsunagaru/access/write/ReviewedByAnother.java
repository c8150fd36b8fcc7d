package jp.tsunagaru.access.write;

import jp.tsunagaru.access.event.BreakGlassOpened;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** C-24: nobody reviews an own opening. */
final class ReviewedByAnother {
  private ReviewedByAnother() {}

  static void check(BreakGlassOpened opened, AccountId reviewer) {
    if (opened.accountId().equals(reviewer)) {
      throw new Refused(RefusalCode.SAME_PERSON);
    }
  }
}
