package jp.tsunagaru.japanese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({"3312001, 5", "23219, 9", "0, 0", "A, 8", "Z, 0", "AA, 7"})
  void computesCheckDigits(String body, int digit) {
    assertThat(CheckDigit.of(body)).isEqualTo(digit);
    assertThat(CheckDigit.matches(body + digit)).isTrue();
    assertThat(CheckDigit.matches(body + (digit + 1) % 10)).isFalse();
  }

  @Test
  void everySingleWrongDigitIsNoticed() {
    String number = "33120015";
    for (int index = 0; index < number.length(); index++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String changed = number.substring(0, index) + digit + number.substring(index + 1);
        assertThat(CheckDigit.matches(changed)).isEqualTo(changed.equals(number));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "I1", "O1", "Q1", "a1", "1 1", "１１"})
  void refusesBodiesWithOtherCharacters(String body) {
    assertThatIllegalArgumentException().isThrownBy(() -> CheckDigit.of(body));
    assertThat(CheckDigit.matches(body)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"232199, 232199", "２３２１９９, 232199", "3312-0015, 33120015", "33 120015, 33120015"})
  void readsInsurerNumbers(String typed, String value) {
    InsurerNumber number = InsurerNumber.parse(typed).orElseThrow();

    assertThat(number.value()).isEqualTo(value);
    assertThat(number.checkDigitMatches()).isTrue();
  }

  @Test
  void acceptsInsurerNumbersWithAWrongCheckDigit() {
    assertThat(InsurerNumber.parse("232190").map(InsurerNumber::checkDigitMatches)).contains(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "23219", "2321999", "23219A", "小牧市"})
  void refusesWhatIsNoInsurerNumber(String typed) {
    assertThat(InsurerNumber.parse(typed)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new InsurerNumber(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "237190000, DESIGNATED",
    "230190000, COMMUNITY_SUPPORT_CENTER",
    "231190000, HOSPITAL_OR_CLINIC",
    "233190000, DENTAL_CLINIC",
    "234190000, PHARMACY",
    "235190000, HEALTH_FACILITY",
    "236190000, VISITING_NURSE_STATION",
    "238190000, MEETING_STANDARDS",
    "239190000, COMMUNITY_BASED",
    "23A190000, COMPREHENSIVE_PROJECT",
    "23Z190000, COMPREHENSIVE_PROJECT"
  })
  void readsCareProviderNumbers(String body, CareProviderNumber.Category category) {
    String value = body + CheckDigit.of(body);
    CareProviderNumber number = CareProviderNumber.parse(value.toLowerCase()).orElseThrow();

    assertThat(number.value()).isEqualTo(value);
    assertThat(number.category()).isEqualTo(category);
    assertThat(number.prefecture()).isEqualTo(23);
    assertThat(number.warnings()).isEmpty();
  }

  @Test
  void warnsAboutCareProviderNumbersThatLookWrong() {
    String body = "992190000";
    String wrong = body + (CheckDigit.of(body) + 1) % 10;

    assertThat(CareProviderNumber.parse(wrong).orElseThrow().warnings())
        .containsExactlyInAnyOrder(CareProviderNumber.Warning.values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "237190000", "23719000000", "23I1900001", "23O1900001", "2A71900001"})
  void refusesWhatIsNoCareProviderNumber(String typed) {
    assertThat(CareProviderNumber.parse(typed)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new CareProviderNumber(typed));
  }

  @Test
  void readsInsuredNumbers() {
    assertThat(InsuredNumber.parse("００００１２３４５６")).contains(new InsuredNumber("0000123456"));
    assertThat(InsuredNumber.parse("h123456789")).contains(new InsuredNumber("H123456789"));
    assertThat(new InsuredNumber("H123456789").isPublicAssistance()).isTrue();
    assertThat(new InsuredNumber("0000123456").isPublicAssistance()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456789", "12345678901", "A123456789", "HH23456789"})
  void refusesWhatIsNoInsuredNumber(String typed) {
    assertThat(InsuredNumber.parse(typed)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new InsuredNumber(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"485-0041", "4850041", "〒485-0041", "４８５－００４１", "〒 485 ー 0041"})
  void readsPostalCodes(String typed) {
    PostalCode code = PostalCode.parse(typed).orElseThrow();

    assertThat(code.display()).isEqualTo("485-0041");
    assertThat(code.isKomaki()).isTrue();
  }

  @Test
  void knowsCodesOutsideKomaki() {
    assertThat(new PostalCode("4860000").isKomaki()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "485", "485-004", "485-00411", "abc-defg"})
  void refusesWhatIsNoPostalCode(String typed) {
    assertThat(PostalCode.parse(typed)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new PostalCode(typed));
  }

  @ParameterizedTest
  @EnumSource(CareLevel.class)
  void findsCareLevelsByTheirCode(CareLevel level) {
    assertThat(CareLevel.ofCode(level.code())).contains(level);
  }

  @Test
  void careLevelsHaveTheNationalCodes() {
    assertThat(Arrays.stream(CareLevel.values()).map(CareLevel::code))
        .containsExactly("01", "06", "11", "12", "13", "21", "22", "23", "24", "25");
    assertThat(CareLevel.ofCode("99")).isEmpty();
  }

  @Test
  void everyProfessionHasAFamilyAndEveryFamilyAProfession() {
    assertThat(Profession.values()).hasSize(37);
    assertThat(Arrays.stream(Profession.values()).map(Profession::family).distinct())
        .containsExactlyInAnyOrder(ProfessionFamily.values());
  }
}
