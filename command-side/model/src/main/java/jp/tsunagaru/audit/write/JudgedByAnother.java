package jp.tsunagaru.audit.write;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** C-09: nobody concludes about an own access, nor takes back the question about it. */
final class JudgedByAnother {
  private JudgedByAnother() {}

  static void check(@Nullable AccountId accessedBy, AccountId reviewer) {
    if (reviewer.equals(accessedBy)) {
      throw new Refused(RefusalCode.LOG_REVIEW_OWN_ACCESS);
    }
  }
}
