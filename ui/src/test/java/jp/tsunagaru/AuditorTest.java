package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** An auditor finds out who saw what, and on what ground. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditorTest {
  private static final String AUDITOR = "sagasu-kansa";
  private static final String NURSE = "sagasu-kango";
  private static final String STRANGER = "sagasu-yoso";

  private final Preparation preparation = Preparation.ofRunningApplication();
  private PatientId patient;
  private Preparation.Worker nurseAtWork;
  private Preparation.Worker strangerAtWork;

  @BeforeAll
  void a_patient_whom_one_may_see_and_another_may_not() {
    preparation.worker(
        preparation.city(),
        AUDITOR,
        new PersonName("探索", "調子", "たんさく", "しらべこ"),
        Profession.MUNICIPAL_OFFICER,
        Role.CITY_AUDITOR);
    Preparation.Worker admin =
        preparation.facility(
            preparation.city(), "さがす診療所", Affiliation.MEDICAL_ASSOCIATION, "sagasu-admin");
    nurseAtWork = worker(admin, NURSE, "捜井");
    strangerAtWork = worker(admin, STRANGER, "隣谷");
    patient =
        preparation.patient(
            nurseAtWork, Preparation.person("捜井", "見代", "さがい", "みよ", "0568-45-1111"));
  }

  private Preparation.Worker worker(Preparation.Worker admin, String login, String family) {
    return preparation.worker(
        admin, login, new PersonName(family, "道", "さがい", "みち"), Profession.NURSE, Role.CARE_USER);
  }

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void who_saw_a_patient_and_who_was_refused_stands_in_one_list() {
    Person nurse = Person.atDesk().signsIn(NURSE, Preparation.PASSWORD);
    nurse.sees("患者");
    nurse.goes("/patients/" + patient.value());
    nurse.sees("記事はまだありません");
    Person stranger = Person.atDesk().signsIn(STRANGER, Preparation.PASSWORD);
    stranger.sees("患者");
    stranger.goes("/patients/" + patient.value());
    stranger.sees("このページは表示できません");
    // In the team from now on, which changes nothing about what was.
    preparation.assign(nurseAtWork, patient, strangerAtWork);

    Person auditor = Person.atDesk().signsIn(AUDITOR, Preparation.PASSWORD);
    auditor.sees("だれ・どこを探して選ぶか");
    auditor.field("だれ・どこ").fill("さがい みよ");
    auditor.press("検索");
    auditor.choosesSubject("捜井 見代");
    Locator rows = auditor.page.locator(".access-row");
    Locator seen = rows.filter(new Locator.FilterOptions().setHasText("連絡帳を表示")).first();
    assertThat(seen).containsText("捜井 道");
    assertThat(seen).containsText("さがす診療所");
    assertThat(seen).containsText("看護師");
    assertThat(seen).containsText("同意");
    assertThat(seen).containsText("許可");
    assertThat(seen).containsText("同姓");
    assertThat(seen).containsText("127.0.0.1");
    assertThat(seen).containsText("パスワード");
    auditor.shot("auditor-list");

    // when only what was refused is wanted
    auditor.choose("結果", "拒否・失敗");
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("連絡帳を表示"))).hasCount(0);
    Locator refused = rows.filter(new Locator.FilterOptions().setHasText("隣谷 道")).first();
    assertThat(refused).containsText("拒否（担当者ではない）");
    assertThat(refused).containsText("担当外の検索");
    assertThat(auditor.page).hasURL(Pattern.compile("result=REFUSED"));
    auditor.page.reload();
    assertThat(refused).containsText("拒否（担当者ではない）");
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("連絡帳を表示"))).hasCount(0);

    // and a row opens in the replay, from where one jumps to what is marked
    auditor.page.goBack();
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("患者の登録"))).hasCount(1);
    auditor.choose("操作の種類", "閲覧");
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("患者の登録"))).hasCount(0);
    assertThat(seen).isVisible();
    seen.locator("vaadin-button").click();
    Locator detail = auditor.page.locator(".step-detail");
    assertThat(detail).containsText("連絡帳を表示");
    assertThat(detail).containsText("閲覧の根拠");
    auditor.press("最初の記録へ");
    auditor.press("次の印へ");
    assertThat(detail).containsText("同姓");
    Locator then = auditor.page.locator(".state-then:not([aria-busy])");
    assertThat(then).containsText("共有中");
    assertThat(then).containsText("担当者 1件");
    assertThat(then).containsText("捜井 道この操作をした人");
    assertThat(then).not().containsText("隣谷 道");
    auditor.shot("auditor-replay");
    auditor.scrollsTo(then);
    auditor.scrollsTo(then.locator("li").last());
    auditor.shot("auditor-state");
    auditor.tab("一覧");
    assertThat(seen).isVisible();
    auditor.page.setViewportSize(1024, 768);
    auditor.shot("auditor-list");
    auditor.page.setViewportSize(390, 844);
    auditor.shot("auditor-list");
    assertThat(
            (Boolean)
                auditor.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("nothing sticks out to the side")
        .isTrue();
    assertThat(auditor.complaints()).isEmpty();
  }
}
