package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** An administrator sees what the own people did, and nothing of whom it was about. */
class FacilityAccessTest {
  private final Preparation preparation = Preparation.ofRunningApplication();

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void an_administrator_sees_the_own_people_and_no_patients_name() {
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), "記録訪問看護", Affiliation.MEDICAL_ASSOCIATION, "kiroku-admin");
    Preparation.Worker nurse = worker(administrator, "kiroku-kango", "帳面", Profession.NURSE);
    Preparation.Worker elsewhere =
        preparation.facility(
            preparation.city(), "よその薬局", Affiliation.PHARMACIST_ASSOCIATION, "yoso-admin");
    Preparation.Worker pharmacist = worker(elsewhere, "yoso-yaku", "他所", Profession.PHARMACIST);
    PatientId patient =
        preparation.patient(
            nurse, Preparation.person("秘田", "ナツ", "ひめだ", "なつ", "0568-00-8801"), pharmacist);
    preparation.send(
        nurse.origin(),
        new PostArticle(
            DocumentId.next(),
            patient,
            LocalDate.now(RunningApplication.get().bean(Clock.class)),
            new ArticleContent("", "見られない本文です。"),
            Set.of(),
            Visibility.TEAM,
            List.of()));
    for (Preparation.Worker reader : List.of(nurse, pharmacist)) {
      Person person = Person.atDesk().signsIn(reader.login(), Preparation.PASSWORD);
      assertThat(person.rowOf("秘田 ナツ")).isVisible();
      person.goes("/patients/" + patient.value());
      assertThat(person.entry("見られない本文です。")).isVisible();
      person.close();
    }

    Person admin = Person.atDesk().signsIn("kiroku-admin", Preparation.PASSWORD);
    admin.sees("利用の記録");
    admin.link("利用の記録");
    Locator rows = admin.page.locator(".access-row:not(.access-head)");
    Locator viewed = rows.filter(containing("連絡帳を表示")).first();
    assertThat(viewed).containsText("帳面 子");
    assertThat(viewed).containsText("患者番号 " + patient.value());
    assertThat(viewed).containsText("許可");
    Locator posted = rows.filter(containing("記事の投稿"));
    assertThat(posted).hasCount(1);
    assertThat(posted).containsText("帳面 子");
    assertThat(posted).containsText("患者番号 " + patient.value());
    for (String hidden : List.of("秘田", "見られない本文", "他所")) {
      admin.doesNotSee(hidden);
    }
    admin.shot("facility-access");

    admin.pick("利用者", "帳面");
    assertThat(admin.page).hasURL(java.util.regex.Pattern.compile("user=" + nurse.accountId()));
    assertThat(viewed).isVisible();
    admin.page.reload();
    assertThat(viewed).isVisible();
    assertThat(rows.filter(containing("自施設の利用記録を表示"))).hasCount(0);
    admin.page.setViewportSize(390, 844);
    admin.shot("facility-access");
    admin.page.setViewportSize(1024, 768);
    admin.shot("facility-access");

    // somebody of another facility has no rows here, whatever the address says
    admin.goes("/facility-access?user=" + pharmacist.accountId());
    admin.sees("この期間の記録はありません。");
    assertThat(admin.complaints()).isEmpty();

    // and the look is in the history, too
    admin.page.setViewportSize(1280, 800);
    admin.goes("/facility-access");
    assertThat(rows.filter(containing("自施設の利用記録を表示")).first()).isVisible();

    Person nurseHerself = Person.atDesk().signsIn(nurse.login(), Preparation.PASSWORD);
    assertThat(nurseHerself.rowOf("秘田 ナツ")).isVisible();
    nurseHerself.goes("/facility-access");
    nurseHerself.sees("ページが見つかりません");
  }

  private Preparation.Worker worker(
      Preparation.Worker administrator, String login, String family, Profession profession) {
    return preparation.worker(
        administrator,
        login,
        new PersonName(family, "子", "ちょうめん", "こ"),
        profession,
        Role.CARE_USER);
  }

  private static Locator.FilterOptions containing(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
