package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.japanese.Profession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks where nobody thought of it says so, with a number that stands in the log as well. */
class UnexpectedTest {
  private static final Pattern NUMBER = Pattern.compile("番号 ([0-9A-Z]{8})");

  private final Preparation preparation = Preparation.ofRunningApplication();

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"すぐに壊れる", "あとで壊れる"})
  void a_continuation_that_breaks_is_told_with_its_number(String button) throws IOException {
    String login = button.startsWith("すぐ") ? "kowareru-sugu" : "kowareru-ato";
    preparation.worker(
        preparation.city(),
        login,
        new PersonName("破", "壊子", "やぶれ", "かいこ"),
        Profession.MUNICIPAL_OFFICER,
        Role.CITY_AUDITOR);
    Person person = Person.atDesk().signsIn(login, Preparation.PASSWORD);
    assertThat(person.page.getByText("監査").first()).isVisible();
    person.goes("/breaking");

    person.press(button);

    Locator notice = person.page.locator("vaadin-notification-card");
    assertThat(notice).hasCount(1);
    assertThat(notice).containsText("思わぬ問題が起きました。");
    person.shot("unexpected");
    String told = notice.innerText();
    assertThat(told).doesNotContain("ひみつの答え").doesNotContain("Exception");
    Matcher number = NUMBER.matcher(told);
    assertThat(number.find()).as(told).isTrue();
    assertThat(Files.readString(RunningApplication.get().data().resolve("application.log")))
        .contains("Incident " + number.group(1));
    assertThat(person.page.getByText(button)).isVisible();
    assertThat(person.complaints()).isEmpty();
  }
}
