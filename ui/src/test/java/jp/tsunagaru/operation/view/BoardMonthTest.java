package jp.tsunagaru.operation.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BoardMonthTest {
  private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

  @Test
  void a_month_has_just_begun_on_its_first_three_days_in_japan() {
    assertThat(BoardMonth.hasJustBegun(DECEMBER, at("2026-11-30T14:59:59Z"))).isFalse();
    assertThat(BoardMonth.hasJustBegun(DECEMBER, at("2026-11-30T15:00:00Z"))).isTrue();
    assertThat(BoardMonth.hasJustBegun(DECEMBER, at("2026-12-03T14:59:59Z"))).isTrue();
    assertThat(BoardMonth.hasJustBegun(DECEMBER, at("2026-12-03T15:00:00Z"))).isFalse();
  }

  @Test
  void a_month_that_is_over_has_not() {
    assertThat(BoardMonth.hasJustBegun(DECEMBER.minusMonths(1), at("2026-12-01T00:00:00Z")))
        .isFalse();
  }

  private static Clock at(String instant) {
    return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
  }
}
