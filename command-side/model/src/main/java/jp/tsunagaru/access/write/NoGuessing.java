package jp.tsunagaru.access.write;

import java.time.Duration;
import java.time.Instant;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** PT-12: five tries an hour are enough for an emergency and too few to find out who is here. */
final class NoGuessing {
  static final int TRIES = 5;
  static final Duration WITHIN = Duration.ofHours(1);

  private NoGuessing() {}

  static void check(AccountId account, EmergencyLookup lookup, Instant now) {
    if (lookup.tries(account, now.minus(WITHIN), now) > TRIES) {
      throw new Refused(RefusalCode.BREAK_GLASS_TOO_OFTEN);
    }
  }
}
