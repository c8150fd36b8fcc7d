package jp.tsunagaru.japanese;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * An age as people say it: completed years, and completed months within the year (0 to 11).
 *
 * <p>Japanese law reaches an age at the end of the day before the birthday (年齢計算ニ関スル法律). Rules
 * about insurance status use {@link #legal}; screens, searches and papers use {@link #display}.
 * Someone born on February 29th has the birthday on March 1st in other years.
 */
public record Age(int years, int months) {

  private static final int MONTHS_MATTER_BELOW = 3;
  private static final int MAJORITY = 18;

  /**
   * The displayed age.
   *
   * @throws IllegalArgumentException if {@code on} is before {@code birth}
   */
  public static Age of(LocalDate birth, LocalDate on) {
    requireBorn(birth, on);
    Period lived = Period.between(birth, on);
    return new Age(lived.getYears(), lived.getMonths());
  }

  /**
   * The displayed age in years: goes up on the birthday.
   *
   * @throws IllegalArgumentException if {@code on} is before {@code birth}
   */
  public static int display(LocalDate birth, LocalDate on) {
    return of(birth, on).years();
  }

  /**
   * The legal age in years: goes up on the day before the birthday.
   *
   * @throws IllegalArgumentException if {@code on} is before {@code birth}
   */
  public static int legal(LocalDate birth, LocalDate on) {
    requireBorn(birth, on);
    return (int) ChronoUnit.YEARS.between(birth, on.plusDays(1));
  }

  /**
   * The day on which someone legally reaches an age, for instance 65 for 第1号被保険者.
   *
   * @throws IllegalArgumentException if {@code years} is less than 1
   */
  public static LocalDate reaches(LocalDate birth, int years) {
    if (years < 1) {
      throw new IllegalArgumentException("An age to reach is at least 1 year: " + years);
    }
    LocalDate anniversary = birth.plusYears(years);
    boolean anniversaryExists = anniversary.getDayOfMonth() == birth.getDayOfMonth();
    return anniversaryExists ? anniversary.minusDays(1) : anniversary;
  }

  /**
   * Whether someone is under 18. Majority comes at the end of the day before the 18th birthday, so
   * that day is still a minor's and the birthday is not.
   *
   * @throws IllegalArgumentException if {@code on} is before {@code birth}
   */
  public static boolean isMinor(LocalDate birth, LocalDate on) {
    return display(birth, on) < MAJORITY;
  }

  /** Whether months belong beside the years: under 3 years of age. */
  public boolean showsMonths() {
    return years < MONTHS_MATTER_BELOW;
  }

  private static void requireBorn(LocalDate birth, LocalDate on) {
    if (on.isBefore(birth)) {
      throw new IllegalArgumentException("Not born yet on " + on);
    }
  }
}
