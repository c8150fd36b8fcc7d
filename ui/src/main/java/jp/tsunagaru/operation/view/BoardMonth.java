package jp.tsunagaru.operation.view;

import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Texts;

/** The month of the board as it stands in the address: the present one and those before. */
final class BoardMonth {
  static final int MONTHS = 12;
  private static final int FIRST_DAYS = 3;
  private static final String MONTH = "month";

  private BoardMonth() {}

  /** The present month where the address names none that is offered. */
  static YearMonth of(QueryParameters parameters, Clock clock) {
    YearMonth now = now(clock);
    try {
      return parameters
          .getSingleParameter(MONTH)
          .map(YearMonth::parse)
          .filter(wanted -> !wanted.isAfter(now) && wanted.isAfter(now.minusMonths(MONTHS)))
          .orElse(now);
    } catch (DateTimeException unreadable) {
      return now;
    }
  }

  static YearMonth now(Clock clock) {
    return YearMonth.from(DateTexts.day(clock.instant()));
  }

  /** The present month while it holds three days at most: there is little in it to measure. */
  static boolean hasJustBegun(YearMonth month, Clock clock) {
    LocalDate today = DateTexts.day(clock.instant());
    return month.equals(YearMonth.from(today)) && today.getDayOfMonth() <= FIRST_DAYS;
  }

  static QueryParameters parameters(YearMonth month) {
    return QueryParameters.of(MONTH, month.toString());
  }

  static String text(YearMonth month) {
    return Texts.get(
        "operation.month.of", Integer.toString(month.getYear()), month.getMonthValue());
  }

  static Instant from(YearMonth month) {
    return month.atDay(1).atStartOfDay(DateTexts.TOKYO).toInstant();
  }

  static Instant to(YearMonth month) {
    return from(month.plusMonths(1));
  }
}
