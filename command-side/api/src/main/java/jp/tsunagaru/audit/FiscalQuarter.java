package jp.tsunagaru.audit;

import java.time.LocalDate;
import java.util.Comparator;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;

/**
 * Three months of a Japanese fiscal year, which begins in April.
 *
 * @param year in which the fiscal year begins
 * @param quarter 1 to 4; the last is January to March of the next calendar year
 */
public record FiscalQuarter(int year, int quarter) implements Comparable<FiscalQuarter> {
  private static final int MONTHS = 3;

  public FiscalQuarter {
    Check.that(quarter >= 1 && quarter <= 4, RefusalCode.FIELD_INVALID, "quarter");
  }

  public static FiscalQuarter of(LocalDate day) {
    LocalDate sinceApril = day.withDayOfMonth(1).minusMonths(MONTHS);
    return new FiscalQuarter(sinceApril.getYear(), (sinceApril.getMonthValue() + 2) / MONTHS);
  }

  public LocalDate first() {
    return LocalDate.of(year, 1, 1).plusMonths((long) MONTHS * quarter);
  }

  public LocalDate last() {
    return first().plusMonths(MONTHS).minusDays(1);
  }

  public FiscalQuarter next() {
    return of(last().plusDays(1));
  }

  @Override
  public int compareTo(FiscalQuarter other) {
    return Comparator.comparingInt(FiscalQuarter::year)
        .thenComparingInt(FiscalQuarter::quarter)
        .compare(this, other);
  }
}
