package jp.tsunagaru.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DateTextsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  @Test
  void a_date_stands_in_both_calendars() {
    assertThat(DateTexts.date(LocalDate.of(2026, 11, 22))).isEqualTo("2026年11月22日（令和8年）");
  }

  @Test
  void minutes_within_the_hour_are_counted() {
    assertThat(DateTexts.ago(NOW.minusSeconds(180), NOW)).isEqualTo("3分前");
  }

  @Test
  void the_day_begins_at_midnight_in_japan() {
    Instant lastEvening = Instant.parse("2026-11-21T14:59:00Z");
    Instant thisMorning = Instant.parse("2026-11-21T15:01:00Z");

    assertThat(DateTexts.ago(lastEvening, NOW)).isEqualTo("きのう 23:59");
    assertThat(DateTexts.ago(thisMorning, NOW)).isEqualTo("今日 00:01");
  }

  @Test
  void another_year_is_named() {
    assertThat(DateTexts.ago(Instant.parse("2025-11-22T03:00:00Z"), NOW)).isEqualTo("2025/11/22");
  }
}
