package jp.tsunagaru.facility.write;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** 第10条: the facility names the day of its end, and nobody is cut off before it. */
final class OnItsDay {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private OnItsDay() {}

  static void checkRequest(LocalDate on, Clock clock) {
    if (on.isBefore(today(clock))) {
      throw Refused.field(RefusalCode.PAST_DATE, "on");
    }
  }

  static void checkEnd(LocalDate on, Clock clock) {
    if (today(clock).isBefore(on)) {
      throw new Refused(RefusalCode.ABOLITION_TOO_EARLY);
    }
  }

  static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), JAPAN);
  }
}
