package jp.tsunagaru.shell.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import jp.tsunagaru.japanese.Wareki;

/** Dates and times as people here read them: western year with 和暦, 24 hours, Japan time. */
public final class DateTexts {
  public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.JAPAN);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.JAPAN);
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.JAPAN);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.JAPAN);
  private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("E", Locale.JAPAN);

  private DateTexts() {}

  /** 2026年11月22日（令和8年）. */
  public static String date(LocalDate date) {
    return Wareki.formatBoth(date);
  }

  /** 令和8年11月22日. */
  public static String era(LocalDate date) {
    return Wareki.format(date);
  }

  /** 2026/11/22. */
  public static String shortDate(LocalDate date) {
    return SHORT.format(date);
  }

  public static String weekday(LocalDate date) {
    return WEEKDAY.format(date);
  }

  /** 2026年11月22日（令和8年） 14:05. */
  public static String moment(Instant at) {
    ZonedDateTime local = at.atZone(TOKYO);
    return Wareki.formatBoth(local.toLocalDate()) + " " + TIME.format(local);
  }

  /** 2026年11月22日（令和8年） 14:05:09. */
  public static String momentToTheSecond(Instant at) {
    ZonedDateTime local = at.atZone(TOKYO);
    return Wareki.formatBoth(local.toLocalDate()) + " " + SECONDS.format(local);
  }

  /** 14:05:09. */
  public static String timeToTheSecond(Instant at) {
    return SECONDS.format(at.atZone(TOKYO));
  }

  /** 2026/11/22 14:05:09, for lists where seconds matter. */
  public static String exact(Instant at) {
    return TO_THE_SECOND.format(at.atZone(TOKYO));
  }

  public static String time(Instant at) {
    return TIME.format(at.atZone(TOKYO));
  }

  public static LocalDate day(Instant at) {
    return at.atZone(TOKYO).toLocalDate();
  }

  /** 「3分前」, 「今日 9:12」, 「きのう 18:30」, 「11月3日」, or with the year when it is another one. */
  public static String ago(Instant at, Instant now) {
    long minutes = Duration.between(at, now).toMinutes();
    LocalDate day = day(at);
    LocalDate today = day(now);
    if (minutes < 1) {
      return Texts.get("ago.now");
    }
    if (minutes < 60) {
      return Texts.get("ago.minutes", minutes);
    }
    if (day.equals(today)) {
      return Texts.get("ago.today", time(at));
    }
    if (ChronoUnit.DAYS.between(day, today) == 1) {
      return Texts.get("ago.yesterday", time(at));
    }
    if (day.getYear() == today.getYear()) {
      return Texts.get("ago.thisYear", day.getMonthValue(), day.getDayOfMonth());
    }
    return shortDate(day);
  }
}
