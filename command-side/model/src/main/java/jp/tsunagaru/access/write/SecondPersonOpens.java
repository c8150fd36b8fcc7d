package jp.tsunagaru.access.write;

import jp.tsunagaru.access.event.LawfulOpeningRequested;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** §8.3 Q3: neither who asked for it opens a withdrawn record, nor who will display it. */
final class SecondPersonOpens {
  private SecondPersonOpens() {}

  static void check(LawfulOpeningRequested requested, AccountId actor) {
    if (requested.requestedBy().equals(actor) || requested.accountId().equals(actor)) {
      throw new Refused(RefusalCode.SAME_PERSON);
    }
  }
}
