package jp.tsunagaru.japanese;

import java.time.LocalDate;

/**
 * The days on which records must be kept, first and last day included (DL-04).
 *
 * <p>The period is counted in years from its first day. It ends on the day before the anniversary
 * of that day; where the anniversary does not exist (February 29th) it ends with the last day of
 * that month (民法143条2項).
 */
public record RetentionPeriod(LocalDate firstDay, LocalDate lastDay) {

  private static final int YEARS = 5;

  /**
   * A period of given days.
   *
   * @throws IllegalArgumentException if {@code lastDay} is before {@code firstDay}
   */
  public RetentionPeriod {
    if (lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException("Ends before it starts: " + firstDay + " to " + lastDay);
    }
  }

  /** The five years the rules ask for, from the day use ended. */
  public static RetentionPeriod of(LocalDate endOfUse) {
    return ofYears(endOfUse, YEARS);
  }

  /**
   * A period of another length.
   *
   * @throws IllegalArgumentException if {@code years} is less than 1
   */
  public static RetentionPeriod ofYears(LocalDate firstDay, int years) {
    return new RetentionPeriod(firstDay, Age.reaches(firstDay, years));
  }

  /** Whether records must still be kept on a day; days before the period also count. */
  public boolean keeps(LocalDate day) {
    return !day.isAfter(lastDay);
  }

  /** The first day on which records may be disposed of. */
  public LocalDate disposableFrom() {
    return lastDay.plusDays(1);
  }
}
