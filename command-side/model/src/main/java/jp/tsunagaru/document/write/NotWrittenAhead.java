package jp.tsunagaru.document.write;

import java.time.Clock;
import java.time.LocalDate;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** 記載日 may lie in the past but not later than tomorrow (DC-11). */
final class NotWrittenAhead {
  private NotWrittenAhead() {}

  static void check(LocalDate occurredOn, Clock clock) {
    LocalDate latest = LocalDate.now(clock).plusDays(1);
    if (occurredOn.isAfter(latest)) {
      throw Refused.field(RefusalCode.FUTURE_DATE, "occurredOn");
    }
  }
}
