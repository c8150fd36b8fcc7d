package jp.tsunagaru.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuredNumberTest {
  @ParameterizedTest
  @CsvSource({"36.5, 36.5", "３６．５, 36.5", "36。5, 36.5", "' ９８ ', 98", "0.3, 0.3", "120, 120"})
  void numbers_are_read_in_any_width(String typed, BigDecimal meant) {
    assertThat(MeasuredNumber.parse(typed)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-36", "36,5", "36.5.1", "三十六", "36.5度", "1e3", "999999", "NaN", "３６．", "<b>", "½"
      })
  void what_is_no_number_is_not_guessed(String typed) {
    assertThat(MeasuredNumber.parse(typed)).isEmpty();
  }
}
