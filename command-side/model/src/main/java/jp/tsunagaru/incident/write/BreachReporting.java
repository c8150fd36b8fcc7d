package jp.tsunagaru.incident.write;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;
import jp.tsunagaru.incident.BreachReason;
import jp.tsunagaru.japanese.JapaneseHolidays;

/**
 * 個人情報保護法第26条・第68条, 施行規則第7条・第8条: what is reported to the 個人情報保護委員会, and until when. The day on
 * which it was known is the first day; weekends and holidays count, except as the last day.
 */
final class BreachReporting {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final MonthDay CLOSED_FROM = MonthDay.of(12, 29);
  private static final MonthDay CLOSED_TO = MonthDay.of(1, 3);

  private BreachReporting() {}

  static boolean reportable(Set<BreachReason> reasons, boolean encrypted) {
    return !reasons.isEmpty() && !encrypted;
  }

  static LocalDate preliminaryFrom(Instant aware) {
    return day(aware, 3);
  }

  static LocalDate preliminaryTo(Instant aware) {
    return day(aware, 5);
  }

  static LocalDate finalTo(Instant aware, Set<BreachReason> reasons) {
    LocalDate last = day(aware, reasons.contains(BreachReason.WRONGFUL_PURPOSE) ? 60 : 30);
    while (closed(last)) {
      last = last.plusDays(1);
    }
    return last;
  }

  private static LocalDate day(Instant aware, int number) {
    return LocalDate.ofInstant(aware, JAPAN).plusDays(number - 1L);
  }

  private static boolean closed(LocalDate day) {
    MonthDay date = MonthDay.from(day);
    return day.getDayOfWeek() == DayOfWeek.SATURDAY
        || day.getDayOfWeek() == DayOfWeek.SUNDAY
        || JapaneseHolidays.isHoliday(day)
        || !date.isBefore(CLOSED_FROM)
        || !date.isAfter(CLOSED_TO);
  }
}
