package jp.tsunagaru.attachment.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.imaging.DicomPatient;
import jp.tsunagaru.japanese.Gender;
import jp.tsunagaru.patient.BasicInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientMatchTest {
  private static final LocalDate BIRTH = LocalDate.of(1940, 2, 3);
  private static final BasicInfo PATIENT =
      new BasicInfo(
          "大野",
          "太郎",
          "おおの",
          "たろう",
          Gender.MALE,
          BIRTH,
          "",
          "小牧市堀の内三丁目1番地",
          List.of(),
          List.of(),
          "",
          "",
          null,
          null,
          null,
          "",
          "",
          "");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ono^Taro",
        "OHNO^TAROU",
        "Oono^Tarou=大野^太郎=おおの^たろう",
        "=大野^太郎",
        "X^Y=大野^太郎=オオノ^タロウ",
        "ｵｵﾉ^ﾀﾛｳ",
        "",
        "^",
        "^^^^"
      })
  void spellings_of_the_same_name_and_no_name_at_all_are_no_warning(String name) {
    assertThat(PatientMatch.namesAnother(file(name, Optional.empty()), PATIENT)).isFalse();
    assertThat(PatientMatch.namesAnother(file(name, Optional.of(BIRTH)), PATIENT)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Yamada^Taro", "Ono^Jiro", "Ono", "=小野^太郎", "Oono^Hanako=大野^花子=おおの^はなこ"})
  void another_name_is_a_warning(String name) {
    assertThat(PatientMatch.namesAnother(file(name, Optional.of(BIRTH)), PATIENT)).isTrue();
  }

  @Test
  void another_day_of_birth_is_a_warning_whatever_the_name() {
    Optional<LocalDate> other = Optional.of(BIRTH.plusDays(1));
    assertThat(PatientMatch.namesAnother(file("Ono^Taro", other), PATIENT)).isTrue();
    assertThat(PatientMatch.namesAnother(file("", other), PATIENT)).isTrue();
  }

  private static DicomPatient file(String name, Optional<LocalDate> birth) {
    return new DicomPatient(name, "P-1", birth);
  }
}
