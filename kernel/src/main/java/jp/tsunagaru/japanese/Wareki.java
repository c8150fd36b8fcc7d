package jp.tsunagaru.japanese;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in the Japanese era calendar.
 *
 * <p>Eras are counted from 1873-01-01 (Meiji 6), the first day of the Gregorian calendar in Japan.
 * The day an era changed belongs to both eras when it is read and to the later one when it is
 * written.
 */
public final class Wareki {

  private static final LocalDate GREGORIAN_SINCE = LocalDate.of(1873, 1, 1);
  private static final int FIRST_YEAR = 1868;
  private static final int LAST_YEAR = 2199;

  private static final List<Era> NEWEST_FIRST =
      List.of(
          new Era("令和", "令", "R", LocalDate.of(2019, 5, 1), LocalDate.MAX),
          new Era("平成", "平", "H", LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
          new Era("昭和", "昭", "S", LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
          new Era("大正", "大", "T", LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 25)),
          new Era("明治", "明", "M", GREGORIAN_SINCE, LocalDate.of(1912, 7, 30)));

  private static final String SEPARATOR = "[./,・ー‐‑–—―−-]";
  private static final String ERA = "(?<era>令和|平成|昭和|大正|明治|[令平昭大明RHSTM])" + SEPARATOR + "?";
  private static final String MONTH_DAY =
      "(?:年|SEP)(?<month>\\d{1,2})(?:月|SEP)(?<day>\\d{1,2})日?".replace("SEP", SEPARATOR);

  private static final Pattern ERA_DATE = Pattern.compile(ERA + "(?<year>元|\\d{1,2})" + MONTH_DAY);
  private static final Pattern ERA_COMPACT =
      Pattern.compile(ERA + "(?<year>\\d{2})(?<month>\\d{2})(?<day>\\d{2})");
  private static final Pattern WESTERN_DATE = Pattern.compile("(?:西暦)?(?<year>\\d{4})" + MONTH_DAY);
  private static final Pattern WESTERN_COMPACT =
      Pattern.compile("(?:西暦)?(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})");
  private static final Pattern YEAR_IN_BRACKETS = Pattern.compile("(.+日)\\(([^()]+)年\\)");

  private Wareki() {}

  /** What a typed date turned out to be. */
  public sealed interface Parsed {

    /** A date that is right as typed. */
    record Date(LocalDate date) implements Parsed {}

    /**
     * A date outside the era it was typed with, moved to the day that was meant (year 31 of Heisei,
     * May 1st is 2019-05-01). Ask for confirmation before it is used.
     */
    record Corrected(LocalDate date) implements Parsed {}

    /** No date: not understood, no such day, before 1868, or Meiji before 1873-01-01. */
    record Unreadable() implements Parsed {}
  }

  /** Writes 「令和8年11月22日」, year 1 as 元年; a date before 1873 is written as a western date. */
  public static String format(LocalDate date) {
    return yearOf(date) + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }

  /** Writes 「R8.11.22」; a date before 1873 is written as 「1870.5.5」. */
  public static String formatShort(LocalDate date) {
    String year =
        eraOf(date)
            .map(era -> era.letter() + era.yearOf(date))
            .orElseGet(() -> String.valueOf(date.getYear()));
    return year + "." + date.getMonthValue() + "." + date.getDayOfMonth();
  }

  /** Writes 「2026年11月22日（令和8年）」; a date before 1873 has no part in brackets. */
  public static String formatBoth(LocalDate date) {
    String western = western(date);
    return eraOf(date).isPresent() ? western + "（" + yearOf(date) + "）" : western;
  }

  /**
   * Reads a date as people type it: {@code S22.7.5}, 昭和22年7月5日, 昭22/7/5, {@code S220705}, {@code
   * 1947-07-05}, {@code 1947/7/5}, {@code 19470705}, with full-width digits, 元年, one-character eras
   * (㍼) or spaces, and everything this class writes.
   *
   * <p>Western years run from 1868 to 2199. Never throws for bad text.
   */
  public static Parsed parse(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .strip()
            .toUpperCase(Locale.ROOT)
            .replaceAll("(?<=\\d)\\s+(?=\\d)", ".")
            .replaceAll("\\s+", "");
    Matcher brackets = YEAR_IN_BRACKETS.matcher(plain);
    if (brackets.matches()) {
      Parsed parsed = parsePlain(brackets.group(1));
      boolean agrees =
          parsed instanceof Parsed.Date(LocalDate date)
              && yearOf(date).equals(brackets.group(2) + "年");
      return agrees ? parsed : new Parsed.Unreadable();
    }
    return parsePlain(plain);
  }

  private static Parsed parsePlain(String plain) {
    for (Pattern pattern : List.of(ERA_DATE, ERA_COMPACT)) {
      Matcher matcher = pattern.matcher(plain);
      if (matcher.matches()) {
        return inEra(matcher);
      }
    }
    for (Pattern pattern : List.of(WESTERN_DATE, WESTERN_COMPACT)) {
      Matcher matcher = pattern.matcher(plain);
      if (matcher.matches()) {
        return date(Integer.parseInt(matcher.group("year")), matcher)
            .<Parsed>map(Parsed.Date::new)
            .orElseGet(Parsed.Unreadable::new);
      }
    }
    return new Parsed.Unreadable();
  }

  private static Parsed inEra(Matcher matcher) {
    Era era = eraNamed(matcher.group("era"));
    String typedYear = matcher.group("year");
    int yearOfEra = typedYear.equals("元") ? 1 : Integer.parseInt(typedYear);
    Optional<LocalDate> date =
        yearOfEra == 0 ? Optional.empty() : date(era.westernYear(yearOfEra), matcher);
    if (date.isEmpty() || date.get().isBefore(GREGORIAN_SINCE)) {
      return new Parsed.Unreadable();
    }
    return era.contains(date.get())
        ? new Parsed.Date(date.get())
        : new Parsed.Corrected(date.get());
  }

  private static Optional<LocalDate> date(int year, Matcher matcher) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              year,
              Integer.parseInt(matcher.group("month")),
              Integer.parseInt(matcher.group("day"))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Era eraNamed(String name) {
    return NEWEST_FIRST.stream()
        .filter(
            era -> name.equals(era.name()) || name.equals(era.kanji()) || name.equals(era.letter()))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Era> eraOf(LocalDate date) {
    return NEWEST_FIRST.stream().filter(era -> !date.isBefore(era.first())).findFirst();
  }

  private static String yearOf(LocalDate date) {
    return eraOf(date)
        .map(era -> era.name() + (era.yearOf(date) == 1 ? "元" : era.yearOf(date)))
        .orElseGet(() -> String.valueOf(date.getYear()))
        .concat("年");
  }

  private static String western(LocalDate date) {
    return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }

  private record Era(String name, String kanji, String letter, LocalDate first, LocalDate last) {

    boolean contains(LocalDate date) {
      return !date.isBefore(first) && !date.isAfter(last);
    }

    int yearOf(LocalDate date) {
      return date.getYear() - westernYear(0);
    }

    /** Meiji starts here with its sixth year. */
    int westernYear(int yearOfEra) {
      return first.getYear() + yearOfEra - (letter.equals("M") ? 6 : 1);
    }
  }
}
