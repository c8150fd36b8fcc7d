package jp.tsunagaru.retention.write;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** 第16条2: a request was made by today in Japan. */
final class NotAheadOfToday {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private NotAheadOfToday() {}

  static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), JAPAN);
  }

  static void check(LocalDate day, Clock clock) {
    if (day.isAfter(today(clock))) {
      throw new Refused(RefusalCode.FUTURE_DATE, Map.of("field", "requestedOn"));
    }
  }
}
