package jp.tsunagaru.audit.write;

import java.util.List;
import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.HeldRights;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** C-07: nobody signs for an account that was not looked at. */
final class EveryAccountAnswered {
  private EveryAccountAnswered() {}

  static void check(Set<AccountId> answered, List<HeldRights> held) {
    if (answered.isEmpty()
        || !held.stream().map(HeldRights::accountId).allMatch(answered::contains)) {
      throw new Refused(RefusalCode.ATTESTATION_UNANSWERED);
    }
  }
}
