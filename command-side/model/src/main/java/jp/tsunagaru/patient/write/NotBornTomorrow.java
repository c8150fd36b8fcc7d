package jp.tsunagaru.patient.write;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/** PT-07: a date of birth is today in Japan or earlier. */
final class NotBornTomorrow {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private NotBornTomorrow() {}

  static void check(BasicInfo basicInfo, Clock clock) {
    if (basicInfo.birthDate().isAfter(LocalDate.ofInstant(clock.instant(), JAPAN))) {
      throw new Refused(RefusalCode.FUTURE_DATE, Map.of("field", "birthDate"));
    }
  }
}
