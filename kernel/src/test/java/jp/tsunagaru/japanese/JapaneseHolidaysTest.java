package jp.tsunagaru.japanese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseHolidaysTest {

  @ParameterizedTest
  @CsvSource({
    "2000-01-10, 成人の日",
    "2000-07-20, 海の日",
    "2002-09-15, 敬老の日",
    "2002-09-16, 振替休日",
    "2003-07-21, 海の日",
    "2003-09-15, 敬老の日",
    "2006-04-29, みどりの日",
    "2006-05-04, 国民の休日",
    "2007-04-29, 昭和の日",
    "2007-05-04, みどりの日",
    "2008-05-06, 振替休日",
    "2009-05-06, 振替休日",
    "2009-09-22, 国民の休日",
    "2012-03-20, 春分の日",
    "2012-09-22, 秋分の日",
    "2015-09-22, 国民の休日",
    "2016-08-11, 山の日",
    "2018-12-24, 振替休日",
    "2019-04-30, 国民の休日",
    "2019-05-01, 天皇の即位の日",
    "2019-05-02, 国民の休日",
    "2019-05-06, 振替休日",
    "2019-10-14, 体育の日",
    "2019-10-22, 即位礼正殿の儀の行われる日",
    "2020-02-23, 天皇誕生日",
    "2020-02-24, 振替休日",
    "2020-07-23, 海の日",
    "2020-07-24, スポーツの日",
    "2020-08-10, 山の日",
    "2021-07-22, 海の日",
    "2021-07-23, スポーツの日",
    "2021-08-08, 山の日",
    "2021-08-09, 振替休日",
    "2022-10-10, スポーツの日",
    "2026-05-06, 振替休日",
    "2026-09-21, 敬老の日",
    "2026-09-22, 国民の休日",
    "2026-09-23, 秋分の日",
    "2026-11-23, 勤労感謝の日",
    "2027-03-21, 春分の日",
    "2027-03-22, 振替休日",
    "2032-09-21, 国民の休日",
    "2099-11-23, 勤労感謝の日"
  })
  void knowsHolidaysByName(LocalDate date, String name) {
    assertThat(JapaneseHolidays.isHoliday(date)).isTrue();
    assertThat(JapaneseHolidays.name(date)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2003-05-04", "2019-12-23", "2019-02-23", "2020-07-20", "2020-08-11", "2020-10-12",
        "2021-07-19", "2021-08-11", "2021-10-11", "2026-11-22", "2026-12-29", "2025-09-22"
      })
  void knowsOrdinaryDays(LocalDate date) {
    assertThat(JapaneseHolidays.isHoliday(date)).isFalse();
    assertThat(JapaneseHolidays.name(date)).isEmpty();
  }

  @Test
  void listsTheYear2026InOrder() {
    assertThat(JapaneseHolidays.ofYear(2026).keySet())
        .map(LocalDate::toString)
        .containsExactly(
            "2026-01-01",
            "2026-01-12",
            "2026-02-11",
            "2026-02-23",
            "2026-03-20",
            "2026-04-29",
            "2026-05-03",
            "2026-05-04",
            "2026-05-05",
            "2026-05-06",
            "2026-07-20",
            "2026-08-11",
            "2026-09-21",
            "2026-09-22",
            "2026-09-23",
            "2026-10-12",
            "2026-11-03",
            "2026-11-23");
  }

  @ParameterizedTest
  @CsvSource({"2019, 22", "2020, 18", "2021, 17", "2022, 16", "2024, 21", "2025, 19"})
  void countsTheHolidaysOfAYear(int year, int count) {
    assertThat(JapaneseHolidays.ofYear(year)).hasSize(count);
  }

  @Test
  void everySundayHolidayIsFollowedByADayOff() {
    for (int year = 2000; year <= 2099; year++) {
      for (LocalDate holiday : JapaneseHolidays.ofYear(year).keySet()) {
        if (holiday.getDayOfWeek().getValue() == 7) {
          assertThat(JapaneseHolidays.isHoliday(holiday.plusDays(1))).as("%s", holiday).isTrue();
        }
      }
    }
  }

  @Test
  void refusesYearsItDoesNotKnow() {
    assertThatIllegalArgumentException().isThrownBy(() -> JapaneseHolidays.ofYear(1999));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JapaneseHolidays.isHoliday(LocalDate.of(2100, 1, 1)));
  }
}
