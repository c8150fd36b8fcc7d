package jp.tsunagaru.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagedTextsTest {
  /** Anything with the look of a telephone number, however it is written. */
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![0-9/.])(?:\\+81[- ]?|0)[0-9]{1,4}[-() ]{1,2}[0-9]{1,4}[-) ][0-9]{3,4}|"
              + "(?<![0-9/.])0[0-9]{9,10}(?![0-9])");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "facilities.txt",
        "applications.txt",
        "users.txt",
        "offices.txt",
        "groups.txt",
        "patients.txt",
        "routine.txt",
        "stories.txt",
        "notes.txt",
        "medicines.txt",
        "results.txt",
        "sheets.txt",
        "demo.properties"
      })
  void telephoneNumbersAreTheReservedOnes(String name) {
    assertThat(phones(String.join("\n", Table.lines(name))))
        .allMatch(phone -> phone.matches("0568-00-[0-9]{4}"));
  }

  @Test
  void telephoneNumbersInPostsAreTheReservedOnes() {
    assertThat(
            CityPlan.from(LocalDate.of(2026, 8, 10)).posts().stream()
                .flatMap(post -> phones(post.text()).stream()))
        .allMatch(phone -> phone.matches("0568-00-[0-9]{4}"));
  }

  @Test
  void aRealLookingNumberWouldBeFound() {
    assertThat(phones("052-123-4567")).isNotEmpty();
    assertThat(phones("０９０－１２３４－５６７８")).isNotEmpty();
    assertThat(phones("0312345678")).isNotEmpty();
  }

  private static List<String> phones(String text) {
    Matcher matcher =
        PHONE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).replace('－', '-'));
    return matcher.results().map(result -> result.group()).toList();
  }

  @Test
  void mailAddressesEndNowhere() {
    assertThat(DemoFacility.admitted())
        .allMatch(facility -> facility.profile().email().endsWith("@example.jp"));
  }

  @Test
  void theSharedPasswordIsOneThatEverybodyMayHave() {
    String password = DemoTexts.get("password");
    String lower = password.toLowerCase(Locale.ROOT);

    assertThat(password).hasSizeGreaterThanOrEqualTo(13).matches(".*[0-9].*").matches(".*[^\\w].*");
    assertThat(new Roster().users.values()).allMatch(user -> !lower.contains(user.login().value()));
    assertThat(DemoTexts.get("one-time-password")).isNotEqualTo(password);
  }

  @Test
  void theBoardNamesEveryRoleAndNobodyUnknown() {
    List<List<String>> rows = Board.rows(new Roster());

    assertThat(rows).hasSizeGreaterThanOrEqualTo(15);
    assertThat(rows).allMatch(row -> row.size() == 5);
    assertThat(rows.stream().skip(1).map(row -> row.get(1)))
        .containsOnly(DemoTexts.get("password"));
    assertThat(String.join("", Board.table(rows))).doesNotContain("_");
  }
}
