package jp.tsunagaru.audit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;

/**
 * Whole months in Japan, 1 to 12, whose accesses are reviewed together.
 *
 * @param to the last day
 */
public record LogPeriod(LocalDate from, LocalDate to) {
  public static final int MOST_MONTHS = 12;

  public LogPeriod {
    long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
    Check.that(
        from.getDayOfMonth() == 1
            && to.equals(YearMonth.from(to).atEndOfMonth())
            && months >= 1
            && months <= MOST_MONTHS,
        RefusalCode.FIELD_INVALID,
        "period");
  }

  public static LogPeriod of(YearMonth first, int months) {
    return new LogPeriod(first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
  }

  public boolean includes(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  public boolean overlaps(LogPeriod other) {
    return !from.isAfter(other.to) && !other.from.isAfter(to);
  }
}
