package jp.tsunagaru.japanese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

  @ParameterizedTest
  @CsvSource({
    "1961-04-01, 2026-03-30, 64, 64",
    "1961-04-01, 2026-03-31, 64, 65",
    "1961-04-01, 2026-04-01, 65, 65",
    "1960-02-29, 2025-02-27, 64, 64",
    "1960-02-29, 2025-02-28, 64, 65",
    "1960-02-29, 2025-03-01, 65, 65",
    "1960-02-29, 2024-02-28, 63, 64",
    "1960-02-29, 2024-02-29, 64, 64",
    "1928-02-29, 2026-11-22, 98, 98",
    "2026-11-22, 2026-11-22, 0, 0"
  })
  void legalAgeIsReachedOnTheDayBefore(LocalDate birth, LocalDate on, int display, int legal) {
    assertThat(Age.display(birth, on)).isEqualTo(display);
    assertThat(Age.legal(birth, on)).isEqualTo(legal);
  }

  @ParameterizedTest
  @CsvSource({
    "1961-04-01, 65, 2026-03-31",
    "1960-02-29, 65, 2025-02-28",
    "1960-02-29, 64, 2024-02-28",
    "1986-01-01, 40, 2025-12-31",
    "1950-03-01, 74, 2024-02-29"
  })
  void knowsTheDayAnAgeIsReached(LocalDate birth, int years, LocalDate day) {
    assertThat(Age.reaches(birth, years)).isEqualTo(day);
  }

  @Test
  void theDayAnAgeIsReachedIsTheFirstDayOfThatLegalAge() {
    for (LocalDate birth = LocalDate.of(1927, 1, 1);
        birth.getYear() < 1975;
        birth = birth.plusDays(7)) {
      LocalDate day = Age.reaches(birth, 65);
      assertThat(Age.legal(birth, day)).isEqualTo(65);
      assertThat(Age.legal(birth, day.minusDays(1))).isEqualTo(64);
    }
  }

  @Test
  void aMinorComesOfAgeWithTheBirthday() {
    LocalDate birth = LocalDate.of(2008, 11, 22);

    assertThat(Age.isMinor(birth, LocalDate.of(2026, 11, 21))).isTrue();
    assertThat(Age.isMinor(birth, LocalDate.of(2026, 11, 22))).isFalse();
  }

  @Test
  void monthsAreShownUnderThree() {
    LocalDate birth = LocalDate.of(2024, 1, 31);

    assertThat(Age.of(birth, LocalDate.of(2026, 11, 22))).isEqualTo(new Age(2, 9));
    assertThat(Age.of(birth, LocalDate.of(2026, 11, 22)).showsMonths()).isTrue();
    assertThat(Age.of(birth, LocalDate.of(2027, 1, 31))).isEqualTo(new Age(3, 0));
    assertThat(Age.of(birth, LocalDate.of(2027, 1, 31)).showsMonths()).isFalse();
  }

  @Test
  void refusesDaysBeforeBirthAndAgesBelowOne() {
    LocalDate birth = LocalDate.of(2026, 11, 22);

    assertThatIllegalArgumentException().isThrownBy(() -> Age.display(birth, birth.minusDays(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Age.legal(birth, birth.minusDays(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Age.reaches(birth, 0));
  }
}
