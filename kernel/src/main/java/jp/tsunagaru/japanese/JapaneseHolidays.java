package jp.tsunagaru.japanese;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Public holidays of Japan for the years 2000 to 2099, computed from the holiday act (国民の祝日に関する法律)
 * as it stood in each year, with its substitute holidays and the special acts of 2019 to 2021.
 * Equinoxes follow the usual approximation and are official only once announced for the next year.
 */
public final class JapaneseHolidays {

  /** The first year that is known. */
  public static final int FIRST_YEAR = 2000;

  /** The last year that is known. */
  public static final int LAST_YEAR = 2099;

  private static final String SUBSTITUTE = "振替休日";
  private static final String BETWEEN = "国民の休日";
  private static final int SUBSTITUTES_MOVE_SINCE = 2007;

  private static final Map<Integer, SortedMap<LocalDate, String>> YEARS = new ConcurrentHashMap<>();

  private JapaneseHolidays() {}

  /**
   * Whether a day is a public holiday; ordinary Saturdays and Sundays are not.
   *
   * @throws IllegalArgumentException if the year is not between 2000 and 2099
   */
  public static boolean isHoliday(LocalDate date) {
    return ofYear(date.getYear()).containsKey(date);
  }

  /**
   * The official name of a holiday, empty for other days.
   *
   * @throws IllegalArgumentException if the year is not between 2000 and 2099
   */
  public static Optional<String> name(LocalDate date) {
    return Optional.ofNullable(ofYear(date.getYear()).get(date));
  }

  /**
   * All holidays of a year in order, with their names; not modifiable.
   *
   * @throws IllegalArgumentException if the year is not between 2000 and 2099
   */
  public static SortedMap<LocalDate, String> ofYear(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException("Holidays are known for 2000 to 2099 only: " + year);
    }
    return YEARS.computeIfAbsent(
        year, each -> Collections.unmodifiableSortedMap(new Year(each).holidays()));
  }

  private static final class Year {

    private final int year;
    private final SortedMap<LocalDate, String> named = new TreeMap<>();

    Year(int year) {
      this.year = year;
    }

    SortedMap<LocalDate, String> holidays() {
      addFixed();
      addEmperor();
      addMoved();
      SortedMap<LocalDate, String> all = new TreeMap<>(named);
      for (LocalDate holiday : named.keySet()) {
        if (holiday.getDayOfWeek() == DayOfWeek.SUNDAY) {
          substituteFor(holiday).ifPresent(day -> all.put(day, SUBSTITUTE));
        }
      }
      for (LocalDate holiday : named.keySet()) {
        LocalDate next = holiday.plusDays(1);
        boolean isWorkday = next.getDayOfWeek() != DayOfWeek.SUNDAY && !all.containsKey(next);
        if (isWorkday && named.containsKey(holiday.plusDays(2))) {
          all.put(next, BETWEEN);
        }
      }
      return all;
    }

    private void addFixed() {
      add(1, 1, "元日");
      add(2, 11, "建国記念の日");
      add(3, springEquinox(), "春分の日");
      add(4, 29, year < 2007 ? "みどりの日" : "昭和の日");
      add(5, 3, "憲法記念日");
      if (year >= 2007) {
        add(5, 4, "みどりの日");
      }
      add(5, 5, "こどもの日");
      add(9, autumnEquinox(), "秋分の日");
      add(11, 3, "文化の日");
      add(11, 23, "勤労感謝の日");
    }

    private void addEmperor() {
      if (year <= 2018) {
        add(12, 23, "天皇誕生日");
      } else if (year >= 2020) {
        add(2, 23, "天皇誕生日");
      } else {
        add(5, 1, "天皇の即位の日");
        add(10, 22, "即位礼正殿の儀の行われる日");
      }
    }

    private void addMoved() {
      add(1, monday(1, 2), "成人の日");
      String sports = year < 2020 ? "体育の日" : "スポーツの日";
      switch (year) {
        case 2020 -> {
          add(7, 23, "海の日");
          add(7, 24, sports);
          add(8, 10, "山の日");
        }
        case 2021 -> {
          add(7, 22, "海の日");
          add(7, 23, sports);
          add(8, 8, "山の日");
        }
        default -> {
          add(7, year < 2003 ? 20 : monday(7, 3), "海の日");
          add(10, monday(10, 2), sports);
          if (year >= 2016) {
            add(8, 11, "山の日");
          }
        }
      }
      add(9, year < 2003 ? 15 : monday(9, 3), "敬老の日");
    }

    /** Until 2006 only the Monday after; since 2007 the next day that is no holiday itself. */
    private Optional<LocalDate> substituteFor(LocalDate sunday) {
      LocalDate day = sunday.plusDays(1);
      if (year < SUBSTITUTES_MOVE_SINCE) {
        return named.containsKey(day) ? Optional.empty() : Optional.of(day);
      }
      while (named.containsKey(day)) {
        day = day.plusDays(1);
      }
      return Optional.of(day);
    }

    private int springEquinox() {
      return equinox(20.8431);
    }

    private int autumnEquinox() {
      return equinox(23.2488);
    }

    private int equinox(double dayIn1980) {
      int since1980 = year - 1980;
      return (int) (dayIn1980 + 0.242194 * since1980 - since1980 / 4);
    }

    private int monday(int month, int ordinal) {
      return LocalDate.of(year, month, 1)
          .with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY))
          .getDayOfMonth();
    }

    private void add(int month, int day, String name) {
      named.put(LocalDate.of(year, month, day), name);
    }
  }
}
