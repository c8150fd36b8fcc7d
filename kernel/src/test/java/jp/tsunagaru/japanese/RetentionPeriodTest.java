package jp.tsunagaru.japanese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionPeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 2031-11-21",
    "2028-02-29, 2033-02-28",
    "2028-02-28, 2033-02-27",
    "2028-03-01, 2033-02-28",
    "2027-03-01, 2032-02-29",
    "2026-01-01, 2030-12-31"
  })
  void keepsRecordsForFiveYearsCountingTheFirstDay(LocalDate endOfUse, LocalDate lastDay) {
    RetentionPeriod period = RetentionPeriod.of(endOfUse);

    assertThat(period.firstDay()).isEqualTo(endOfUse);
    assertThat(period.lastDay()).isEqualTo(lastDay);
    assertThat(period.keeps(lastDay)).isTrue();
    assertThat(period.keeps(period.disposableFrom())).isFalse();
    assertThat(period.disposableFrom()).isEqualTo(lastDay.plusDays(1));
  }

  @Test
  void countsOtherLengths() {
    assertThat(RetentionPeriod.ofYears(LocalDate.of(2028, 2, 29), 4).lastDay())
        .isEqualTo(LocalDate.of(2032, 2, 28));
  }

  @Test
  void refusesPeriodsWithoutLength() {
    LocalDate day = LocalDate.of(2026, 11, 22);

    assertThatIllegalArgumentException().isThrownBy(() -> RetentionPeriod.ofYears(day, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionPeriod(day, day.minusDays(1)));
  }
}
