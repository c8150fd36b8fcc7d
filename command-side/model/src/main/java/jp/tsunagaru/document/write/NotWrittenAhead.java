package jp.tsunagaru.document.write;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.VitalSigns;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** 記載日 and what was measured may lie in the past but not later than tomorrow (DC-11). */
final class NotWrittenAhead {
  private static final Duration AHEAD = Duration.ofDays(1);

  private NotWrittenAhead() {}

  static void check(LocalDate occurredOn, ArticleContent content, Clock clock) {
    LocalDate latest = LocalDate.now(clock).plusDays(1);
    if (occurredOn.isAfter(latest)) {
      throw Refused.field(RefusalCode.FUTURE_DATE, "occurredOn");
    }
    VitalSigns vitals = content.vitals();
    if (vitals != null && vitals.measuredAt().isAfter(clock.instant().plus(AHEAD))) {
      throw Refused.field(RefusalCode.FUTURE_DATE, "measuredAt");
    }
  }
}
