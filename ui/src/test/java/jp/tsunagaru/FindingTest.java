package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.junit.jupiter.api.Test;

/** Finding an article again by its words and everything else (DC-04). */
class FindingTest {
  private final Preparation preparation = Preparation.ofRunningApplication();
  private final LocalDate today = LocalDate.now(RunningApplication.get().bean(Clock.class));

  @Test
  void words_are_found_in_any_spelling_and_stand_in_no_address() {
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), "さがし訪問看護", Affiliation.MEDICAL_ASSOCIATION, "sagashi-admin");
    Preparation.Worker nurse =
        preparation.worker(
            administrator,
            "sagashi-kango",
            new PersonName("探", "佐賀子", "さがし", "さがこ"),
            Profession.NURSE,
            Role.CARE_USER);
    PatientId patient =
        preparation.patient(nurse, Preparation.person("索引", "ミツ", "さくいん", "みつ", "0568-42-0002"));
    post(nurse, patient, "右踵のジョクソウは縮小。", "皮膚・創傷");
    post(nurse, patient, "食事は全量。", "食事・水分");

    Person person = Person.withTablet().signsIn("sagashi-kango", Preparation.PASSWORD);
    person.goes("/patients/" + patient.value());
    assertThat(person.page.locator("article.entry")).hasCount(2);
    person.page.getByText("記事を絞り込む").click();
    person.type("本文のことば", "じょくそう　縮小");

    assertThat(person.page.locator("article.entry")).hasCount(1);
    assertThat(person.entry("ジョクソウ")).isVisible();
    assertThat(person.page).hasURL(Pattern.compile("\\?q=\\d+$"));
    person.sees("ことば「じょくそう　縮小」");
    person.shot("finding-words");
    person.page.reload();
    assertThat(person.entry("ジョクソウ")).isVisible();
    assertThat(person.page.locator("article.entry")).hasCount(1);

    person.entry("ジョクソウ").getByText("#皮膚・創傷").click();
    assertThat(person.page).hasURL(Pattern.compile("q=\\d+&tag=.+$"));
    String narrowed = person.page.url();
    person.page.getByText("記事を絞り込む").click();
    person.type("本文のことば", "全量");
    person.sees("条件に合う記事はありません。");
    assertThat(person.page).not().hasURL(narrowed);
    person.page.goBack();
    assertThat(person.entry("ジョクソウ")).isVisible();
    assertThat(person.complaints()).isEmpty();
    person.close();
  }

  private void post(Preparation.Worker who, PatientId patient, String text, String tag) {
    preparation.send(
        who.origin(),
        new PostArticle(
            DocumentId.next(),
            patient,
            today,
            new ArticleContent("", text),
            Set.of(tag),
            Visibility.TEAM,
            List.of()));
  }
}
