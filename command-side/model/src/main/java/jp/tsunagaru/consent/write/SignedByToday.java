package jp.tsunagaru.consent.write;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** 第16条1: a consent comes before sharing, so its date is no later than today in Japan. */
final class SignedByToday {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private SignedByToday() {}

  static void check(LocalDate consentedOn, Clock clock) {
    if (consentedOn.isAfter(LocalDate.ofInstant(clock.instant(), JAPAN))) {
      throw new Refused(RefusalCode.FUTURE_DATE, Map.of("field", "consentedOn"));
    }
  }
}
