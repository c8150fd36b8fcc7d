package jp.tsunagaru.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarekiTest {

  @ParameterizedTest
  @CsvSource({
    "1873-01-01, 明治6年1月1日, M6.1.1",
    "1912-07-29, 明治45年7月29日, M45.7.29",
    "1912-07-30, 大正元年7月30日, T1.7.30",
    "1926-12-24, 大正15年12月24日, T15.12.24",
    "1926-12-25, 昭和元年12月25日, S1.12.25",
    "1989-01-07, 昭和64年1月7日, S64.1.7",
    "1989-01-08, 平成元年1月8日, H1.1.8",
    "2019-04-30, 平成31年4月30日, H31.4.30",
    "2019-05-01, 令和元年5月1日, R1.5.1",
    "2026-11-22, 令和8年11月22日, R8.11.22",
    "1870-05-05, 1870年5月5日, 1870.5.5"
  })
  void writesDatesInTheirEra(LocalDate date, String full, String brief) {
    assertThat(Wareki.format(date)).isEqualTo(full);
    assertThat(Wareki.formatShort(date)).isEqualTo(brief);
  }

  @Test
  void writesBothCalendars() {
    assertThat(Wareki.formatBoth(LocalDate.of(2026, 11, 22))).isEqualTo("2026年11月22日（令和8年）");
    assertThat(Wareki.formatBoth(LocalDate.of(2019, 5, 1))).isEqualTo("2019年5月1日（令和元年）");
    assertThat(Wareki.formatBoth(LocalDate.of(1870, 5, 5))).isEqualTo("1870年5月5日");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S22.7.5",
        "s22.7.5",
        "昭和22年7月5日",
        "昭22/7/5",
        "S220705",
        "昭和220705",
        "1947-07-05",
        "1947/7/5",
        "19470705",
        "1947.7.5",
        "1947年7月5日",
        "西暦1947年7月5日",
        "Ｓ２２．７．５",
        "昭和２２年７月５日",
        "１９４７／０７／０５",
        "㍼22年7月5日",
        "昭和 22 年 7 月 5 日",
        "S 22.7.5",
        "S22 7 5",
        " S22.7.5　",
        "S22-07-05",
        "1947年7月5日（昭和22年）",
        "昭和22年07月05日",
        "S22・7・5"
      })
  void readsTheManyWaysToTypeOneDay(String typed) {
    assertThat(Wareki.parse(typed)).isEqualTo(new Wareki.Parsed.Date(LocalDate.of(1947, 7, 5)));
  }

  @ParameterizedTest
  @CsvSource({
    "令和元年5月1日, 2019-05-01",
    "㍻元年1月8日, 1989-01-08",
    "㋿8年11月22日, 2026-11-22",
    "明治45年7月30日, 1912-07-30",
    "大正15年12月25日, 1926-12-25",
    "昭和64年1月7日, 1989-01-07",
    "明治6年1月1日, 1873-01-01",
    "1868-01-25, 1868-01-25",
    "T15.12.25, 1926-12-25",
    "昭和3年2月29日, 1928-02-29"
  })
  void readsDaysAtTheEdges(String typed, LocalDate date) {
    assertThat(Wareki.parse(typed)).isEqualTo(new Wareki.Parsed.Date(date));
  }

  @ParameterizedTest
  @CsvSource({
    "平成31年5月1日, 2019-05-01",
    "H31.12.31, 2019-12-31",
    "昭和64年2月1日, 1989-02-01",
    "昭和64年1月8日, 1989-01-08",
    "令和元年4月30日, 2019-04-30",
    "平成元年1月7日, 1989-01-07",
    "S1.12.24, 1926-12-24",
    "明治45年7月31日, 1912-07-31"
  })
  void correctsDaysOutsideTheirEra(String typed, LocalDate date) {
    assertThat(Wareki.parse(typed)).isEqualTo(new Wareki.Parsed.Corrected(date));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "abc",
        "22.7.5",
        "470705",
        "S22.13.1",
        "S22.2.30",
        "S0.1.1",
        "S22.7",
        "明治5年12月2日",
        "明治元年1月25日",
        "1867-12-31",
        "2200-01-01",
        "9999-12-31",
        "2026-02-29",
        "昭和22年7月5日x",
        "2026年11月22日（令和7年）",
        "2026年11月22日（）",
        "X8.1.1",
        "年月日",
        "R080229",
        "19 470705"
      })
  void refusesWhatIsNoDay(String typed) {
    assertThat(Wareki.parse(typed)).isEqualTo(new Wareki.Parsed.Unreadable());
  }

  @Test
  void readsBackWhatItWrites() {
    LocalDate end = LocalDate.of(2099, 12, 31);
    for (LocalDate day = LocalDate.of(1873, 1, 1); !day.isAfter(end); day = day.plusDays(17)) {
      Wareki.Parsed expected = new Wareki.Parsed.Date(day);
      assertThat(Wareki.parse(Wareki.format(day))).isEqualTo(expected);
      assertThat(Wareki.parse(Wareki.formatShort(day))).isEqualTo(expected);
      assertThat(Wareki.parse(Wareki.formatBoth(day))).isEqualTo(expected);
      assertThat(Wareki.parse(day.toString())).isEqualTo(expected);
    }
  }
}
