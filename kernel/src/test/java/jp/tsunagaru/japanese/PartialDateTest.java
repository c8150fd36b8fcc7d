package jp.tsunagaru.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
  @ParameterizedTest
  @CsvSource({
    "令和6年7月5日, 2024-07-05",
    "R6.7.5, 2024-07-05",
    "令和6年7月, 2024-07",
    "R6.7, 2024-07",
    "令和６年, 2024",
    "平成30年頃, 2018",
    "昭和62年 ころ, 1987",
    "令和元年, 2019",
    "平成31年, 2019",
    "2019, 2019",
    "2019年3月, 2019-03",
    "2019-03, 2019-03",
    "不詳, UNKNOWN",
    "不明, UNKNOWN",
  })
  void reads_what_people_know_of_a_day(String typed, String code) {
    assertThat(PartialDate.parse(typed)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "むかし", "13月", "令和6年13月", "24", "9999", "令和6年2月30日"})
  void does_not_guess(String typed) {
    assertThat(PartialDate.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-07-05, 令和6年7月5日",
    "2024-07, 令和6年7月",
    "2024, 令和6年",
    "2019, 令和元年",
    "2019-04, 平成31年4月",
    "1989-01, 平成元年1月",
    "UNKNOWN, 不詳",
  })
  void writes_it_in_the_era(String code, String words) {
    assertThat(PartialDate.format(code)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-07-05", "2024-07", "2024", "1987", "UNKNOWN"})
  void reads_what_it_writes(String code) {
    assertThat(PartialDate.parse(PartialDate.format(code))).contains(code);
  }
}
