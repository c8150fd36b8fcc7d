package jp.tsunagaru.japanese;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When the help desk answers (HD-02): Monday to Friday from 09:00 until before 17:00 in Japan,
 * closed on public holidays and from December 29th to January 3rd.
 *
 * <p>Works for the years {@link JapaneseHolidays} knows; other years are refused with an {@link
 * IllegalArgumentException}.
 */
public final class HelpDeskHours {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);
  private static final MonthDay LAST_CLOSED_IN_JANUARY = MonthDay.of(1, 3);
  private static final MonthDay FIRST_CLOSED_IN_DECEMBER = MonthDay.of(12, 29);

  private HelpDeskHours() {}

  /** Whether somebody answers at that moment; 17:00 itself is closed. */
  public static boolean isOpen(Instant at) {
    ZonedDateTime local = at.atZone(TOKYO);
    LocalTime time = local.toLocalTime();
    return isOpenDay(local.toLocalDate()) && !time.isBefore(OPENS) && time.isBefore(CLOSES);
  }

  /** Whether the desk opens at all on a day in Japan. */
  public static boolean isOpenDay(LocalDate day) {
    MonthDay monthDay = MonthDay.from(day);
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && monthDay.isAfter(LAST_CLOSED_IN_JANUARY)
        && monthDay.isBefore(FIRST_CLOSED_IN_DECEMBER)
        && !JapaneseHolidays.isHoliday(day);
  }

  /** The first 09:00 of an open day that comes after the moment given, even while open. */
  public static Instant nextOpening(Instant after) {
    LocalDate day = after.atZone(TOKYO).toLocalDate();
    while (!isOpenDay(day) || !opening(day).isAfter(after)) {
      day = day.plusDays(1);
    }
    return opening(day);
  }

  /**
   * How long the desk was open between two moments; this is the clock response times run on.
   *
   * @throws IllegalArgumentException if {@code to} is before {@code from}
   */
  public static Duration openTime(Instant from, Instant to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("Ends before it starts: " + from + " to " + to);
    }
    Duration open = Duration.ZERO;
    LocalDate last = to.atZone(TOKYO).toLocalDate();
    for (LocalDate day = from.atZone(TOKYO).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      if (isOpenDay(day)) {
        Instant start = later(from, opening(day));
        Instant end = to.isBefore(closing(day)) ? to : closing(day);
        open = start.isBefore(end) ? open.plus(Duration.between(start, end)) : open;
      }
    }
    return open;
  }

  /**
   * The moment by which the desk has been open for a length of time, counted from {@code from}.
   *
   * @throws IllegalArgumentException if {@code openTime} is zero or negative
   */
  public static Instant deadline(Instant from, Duration openTime) {
    if (openTime.isZero() || openTime.isNegative()) {
      throw new IllegalArgumentException("A deadline needs time: " + openTime);
    }
    Duration left = openTime;
    Instant start = isOpen(from) ? from : nextOpening(from);
    while (true) {
      Instant close = closing(start.atZone(TOKYO).toLocalDate());
      Duration today = Duration.between(start, close);
      if (left.compareTo(today) <= 0) {
        return start.plus(left);
      }
      left = left.minus(today);
      start = nextOpening(close);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant opening(LocalDate day) {
    return day.atTime(OPENS).atZone(TOKYO).toInstant();
  }

  private static Instant closing(LocalDate day) {
    return day.atTime(CLOSES).atZone(TOKYO).toInstant();
  }
}
