package jp.tsunagaru.consent.write;

import java.time.LocalDate;
import java.util.Map;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * 第19条1: the five years are counted from a day that has come, and not from before there was
 * anything to share.
 */
final class EndedByToday {
  private EndedByToday() {}

  static void check(LocalDate day, @Nullable LocalDate consentedOn, LocalDate today) {
    if (day.isAfter(today)) {
      throw new Refused(RefusalCode.FUTURE_DATE, Map.of("field", "endedOn"));
    }
    if (consentedOn != null && day.isBefore(consentedOn)) {
      throw new Refused(RefusalCode.END_BEFORE_CONSENT, Map.of("date", consentedOn.toString()));
    }
  }
}
