package jp.tsunagaru.audit.write;

import java.time.LocalDate;
import java.time.ZoneId;
import jp.tsunagaru.audit.LogPeriod;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** C-09: a review is about the accesses of its own days, in Japan. */
final class AccessOfThePeriod {
  static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private AccessOfThePeriod() {}

  static LogReviewLookup.Access check(String eventId, LogPeriod period, LogReviewLookup lookup) {
    LogReviewLookup.Access access =
        lookup.access(eventId).orElseThrow(() -> new Refused(RefusalCode.NOT_FOUND));
    if (!period.includes(LocalDate.ofInstant(access.at(), JAPAN))) {
      throw new Refused(RefusalCode.LOG_REVIEW_PERIOD);
    }
    return access;
  }
}
