package jp.tsunagaru.japanese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0568-76-1188", "０５６８－７６－１１８８", "(0568)76-1188", "（０５６８）７６ー１１８８", "0568761188",
        "0568 76 1188", "0568　76　1188", "0568.76.1188", "+81568761188", "+81-568-76-1188",
        "＋８１ 568 76 1188", "+81 (0)568-76-1188", "0568―76−1188", " 0568-76-1188 "
      })
  void readsAnyPunctuation(String typed) {
    PhoneNumber number = PhoneNumber.parse(typed).orElseThrow();

    assertThat(number.raw()).isEqualTo(typed);
    assertThat(number.digits()).isEqualTo("0568761188");
    assertThat(number.display()).isEqualTo("0568-76-1188");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0568-76-1188", "03-1234-5678", "06-1234-5678", "052-123-4567", "090-1234-5678",
        "080-1234-5678", "070-1234-5678", "060-1234-5678", "050-1234-5678", "020-1234-5678",
        "0120-123-456", "0800-123-4567", "0570-123-456", "0990-123-456", "011-123-4567",
        "045-123-4567", "042-312-3456", "0422-21-3456", "04-2921-3456", "04-7112-3456",
        "0561-12-3456", "0587-12-3456", "0532-12-3456", "058-212-3456", "0572-12-3456",
        "01267-2-3456", "04992-2-3456", "0466-12-3456", "075-123-4567", "092-123-4567",
        "098-812-3456", "0980-12-3456", "09802-2-3456", "054-212-3456", "0545-12-3456"
      })
  void partsNumbersWhereTheAreaCodeEnds(String display) {
    assertThat(PhoneNumber.parse(display.replace("-", "")).map(PhoneNumber::display))
        .contains(display);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "119",
        "76-1188",
        "056876118",
        "05687611888",
        "1568761188",
        "09012345",
        "0901234567",
        "00568761188",
        "+1 555 123 4567",
        "0568-76-1188x12",
        "abc",
        "山田",
        "01012345678"
      })
  void refusesWhatIsNoNumber(String typed) {
    assertThat(PhoneNumber.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"76-1188, 761188", "１１８８, 1188", "+81 568, 0568", "abc, ''", "'(0568) 76', 056876"})
  void givesTheDigitsOfPartsOfNumbers(String typed, String digits) {
    assertThat(PhoneNumber.digitsOf(typed)).isEqualTo(digits);
  }

  @Test
  void refusesDigitsThatWereNotRead() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber("119", "119"));
    assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber("", "0568761188"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0568-76-1188", "090-1234-5678", "0120", "--", "", "0568761188"})
  void digitsAndHyphensNeedNoNormalization(String text) {
    assertThat(PhoneNumber.digitsOf(text)).isEqualTo(PhoneNumber.normalized(text));
  }
}
