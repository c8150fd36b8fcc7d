package jp.tsunagaru.japanese;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of which only the year, or year and month, may be known, such as the onset of an illness.
 * As a code it is ISO text cut short ({@code 2024}, {@code 2024-07}, {@code 2024-07-05}) or {@code
 * UNKNOWN}.
 */
public final class PartialDate {
  public static final String UNKNOWN = "UNKNOWN";

  private static final Pattern YEAR = Pattern.compile("(.*?\\d+|.*元)年?");
  private static final Pattern MONTH = Pattern.compile("(.*?\\d+|.*元)[年./-](\\d{1,2})月?");

  private PartialDate() {}

  /**
   * Reads 「令和6年7月5日」, 「R6.7」, 「平成30年頃」, 「2019」, 「不詳」. A year that an era never had is read as the
   * year it would have been: nobody remembers an onset by the day an era began.
   */
  public static Optional<String> parse(String typed) {
    String plain =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .replaceAll("\\s+", "")
            .replaceAll("頃$|ころ$|ごろ$", "");
    if (plain.equals("不詳") || plain.equals("不明")) {
      return Optional.of(UNKNOWN);
    }
    return day(plain).map(LocalDate::toString).or(() -> month(plain)).or(() -> year(plain));
  }

  /** Writes 「令和6年7月5日」, 「令和6年7月」, 「令和6年」 or 「不詳」. */
  public static String format(String code) {
    if (code.equals(UNKNOWN)) {
      return "不詳";
    }
    String[] parts = code.split("-");
    if (parts.length == 3) {
      return Wareki.format(LocalDate.parse(code));
    }
    // The last day of the period: the year in which an era begins is named after it.
    int year = Integer.parseInt(parts[0]);
    if (parts.length == 2) {
      LocalDate first = LocalDate.of(year, Integer.parseInt(parts[1]), 1);
      String era = Wareki.format(first.plusMonths(1).minusDays(1));
      return era.substring(0, era.indexOf('月') + 1);
    }
    String era = Wareki.format(LocalDate.of(year, 12, 31));
    return era.substring(0, era.indexOf('年') + 1);
  }

  private static Optional<String> year(String plain) {
    Matcher matcher = YEAR.matcher(plain);
    return matcher.matches()
        ? meant(matcher.group(1) + "年12月31日").map(day -> Integer.toString(day.getYear()))
        : Optional.empty();
  }

  private static Optional<String> month(String plain) {
    Matcher matcher = MONTH.matcher(plain);
    return matcher.matches()
        ? meant(matcher.group(1) + "年" + matcher.group(2) + "月28日")
            .map(day -> day.toString().substring(0, 7))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(String plain) {
    return Wareki.parse(plain) instanceof Wareki.Parsed.Date(LocalDate date)
        ? Optional.of(date)
        : Optional.empty();
  }

  private static Optional<LocalDate> meant(String day) {
    return switch (Wareki.parse(day)) {
      case Wareki.Parsed.Date(LocalDate date) -> Optional.of(date);
      case Wareki.Parsed.Corrected(LocalDate date) -> Optional.of(date);
      case Wareki.Parsed.Unreadable() -> Optional.empty();
    };
  }
}
