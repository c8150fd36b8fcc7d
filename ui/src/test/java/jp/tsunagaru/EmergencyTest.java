package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import org.junit.jupiter.api.Test;

/** 緊急閲覧 from the switch to the review, as the city, a team and a physician live through it. */
class EmergencyTest {
  private static final String PATIENT = "急場 しのぶ";

  private final Preparation preparation = Preparation.ofRunningApplication();

  @Test
  void an_emergency_opens_a_record_for_a_while_and_everybody_concerned_knows() {
    Preparation.Worker station =
        preparation.facility(
            preparation.city(), "急場訪問看護", Affiliation.MEDICAL_ASSOCIATION, "kyuba-admin");
    Preparation.Worker hospital =
        preparation.facility(
            preparation.city(), "救急みなと病院", Affiliation.MEDICAL_ASSOCIATION, "minato-admin");
    Preparation.Worker member =
        preparation.worker(
            station,
            "kyuba-kango",
            new PersonName("急場", "看護", "きゅうば", "かんご"),
            Profession.NURSE,
            Role.CARE_USER);
    preparation.worker(
        hospital,
        "minato-ishi",
        new PersonName("港", "救", "みなと", "すくう"),
        Profession.PHYSICIAN,
        Role.CARE_USER);
    preparation.worker(
        preparation.city(),
        "kyuba-shi",
        new PersonName("市役", "所", "しやく", "ところ"),
        Profession.MUNICIPAL_OFFICER,
        Role.CITY_OPERATOR);
    preparation.patient(member, Preparation.person("急場", "しのぶ", "きゅうば", "しのぶ", "0568-00-7002"));

    Person physician = Person.withPhone();
    physician.signsIn("minato-ishi", Preparation.PASSWORD);
    physician.sees("担当している患者はまだいません");
    physician.goes("/emergency");
    physician.sees("緊急閲覧は、市が有効にしていないため使えません。");

    Person city = Person.atDesk();
    city.signsIn("kyuba-shi", Preparation.PASSWORD);
    assertThat(city.page.getByText("参加申込み").first()).isVisible();
    city.goes("/break-glass");
    city.sees("この1年間の緊急閲覧はありません。");
    city.press("有効にする");
    city.sees("有効（1回60分）");

    Person nurse = Person.withTablet();
    nurse.signsIn("kyuba-kango", Preparation.PASSWORD);
    assertThat(nurse.rowOf(PATIENT)).isVisible();

    physician.page.reload();
    physician.type("患者の生年月日", "S22.7.5");
    physician.type("患者の氏名（漢字またはふりがな）", "きゅうば");
    physician.type("事情", "意識のない状態で搬送され、服薬の内容を確かめる必要があります");
    physician.tick("患者の担当者と市に知らされ、あとで審査されることを理解しました");
    physician.press("緊急閲覧を始める");
    physician.sees("緊急閲覧を始められませんでした。");
    physician.shot("emergency-wrong");
    physician.press("閉じる");
    physician.type("患者の氏名（漢字またはふりがな）", "きゅうばしのぶ");
    physician.press("緊急閲覧を始める");
    physician.sees("緊急閲覧中です");
    physician.sees("急場 しのぶ");
    assertThat(physician.page.locator(".composer")).hasCount(0);
    physician.shot("emergency-reading");

    nurse.sees("港 救さん（救急みなと病院）が緊急閲覧中です");
    nurse.shot("emergency-list-of-team");
    nurse.link("患者のページを開く");
    assertThat(nurse.page).hasURL(Pattern.compile("/patients/pat_"));
    assertThat(nurse.page.locator(".patient-header")).containsText(PATIENT);
    nurse.sees("港 救さん（救急みなと病院）が緊急閲覧中です");
    nurse.shot("emergency-page-of-team");

    Locator row = city.page.locator(".deleted-card");
    assertThat(row).containsText("港 救（救急みなと病院）");
    assertThat(row).containsText("閲覧中");
    assertThat(row).containsText("意識のない状態で搬送され");
    city.shot("emergency-desk");

    physician.press("緊急閲覧を終える");
    physician.sees("このページは表示できません");
    physician.doesNotSee(PATIENT);
    assertThat(row).containsText("審査待ち");
    city.press("審査する");
    city.type("所見", "救急隊の記録と病院への確認で、必要な閲覧と認めた");
    city.shot("emergency-review");
    city.press("署名して審査を終える");
    assertThat(row).containsText("正当");
    assertThat(nurse.page.getByText("緊急閲覧")).not().hasCount(0);
    assertThat(nurse.page.locator(".opening-notices").first()).isEmpty();

    city.press("無効にする");
    city.confirm("無効にする");
    assertThat(city.button("有効にする")).isVisible();
    physician.goes("/emergency");
    physician.sees("緊急閲覧は、市が有効にしていないため使えません。");
    for (Person person : java.util.List.of(physician, city, nurse)) {
      assertThat(person.complaints()).isEmpty();
      person.close();
    }
  }
}
