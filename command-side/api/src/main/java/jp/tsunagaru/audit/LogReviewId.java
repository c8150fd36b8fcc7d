package jp.tsunagaru.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import jp.tsunagaru.kernel.Id;

/**
 * Identifies the review of one period. It is made of the period, so that there is one review of
 * each and nobody begins a second beside it.
 */
public record LogReviewId(@JsonValue String value) implements Id {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final String REST = "0000000000";

  public LogReviewId {
    Id.checked("lgr", value);
    period(value);
  }

  public static LogReviewId of(LogPeriod period) {
    return new LogReviewId("lgr_" + DAY.format(period.from()) + DAY.format(period.to()) + REST);
  }

  public LogPeriod period() {
    return period(value);
  }

  private static LogPeriod period(String value) {
    try {
      if (value.endsWith(REST)) {
        return new LogPeriod(
            LocalDate.parse(value.substring(4, 12), DAY),
            LocalDate.parse(value.substring(12, 20), DAY));
      }
    } catch (DateTimeParseException unreadable) {
      // Told below like any other wrong id.
    }
    throw new IllegalArgumentException("not an id of kind lgr");
  }

  @Override
  public String toString() {
    return value;
  }
}
