package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
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

/** The list and what is known of a patient, as a nurse works with them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatientListScreenTest {
  private static final String NURSE = "ichiran-kango";
  private static final String PHARMACIST = "ichiran-yakuzai";

  /** More than one question asks for. */
  private static final int ROWS = 205;

  private final Preparation preparation = Preparation.ofRunningApplication();
  private Preparation.Worker nurse;
  private Preparation.Worker pharmacist;

  @BeforeAll
  void a_nurse_and_a_pharmacist() {
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), "いちらん診療所", Affiliation.MEDICAL_ASSOCIATION, "ichiran-admin");
    nurse = worker(administrator, NURSE, "一蘭", Profession.NURSE);
    pharmacist = worker(administrator, PHARMACIST, "薬袋", Profession.PHARMACIST);
  }

  private Preparation.Worker worker(
      Preparation.Worker administrator, String login, String family, Profession profession) {
    return preparation.worker(
        administrator,
        login,
        new PersonName(family, "忍", "いちらん", "しのぶ"),
        profession,
        Role.CARE_USER);
  }

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void a_list_is_narrowed_kept_and_taken_out_for_a_purpose() {
    patient("抽出", "薬有", pharmacist);
    patient("抽出", "薬無");
    Person person = Person.atDesk().signsIn(NURSE, Preparation.PASSWORD);
    person.search("抽出");
    assertThat(person.page.locator(".patient-row")).hasCount(2);

    person.page.keyboard().press("Escape");
    person.page.locator(".facet-panel summary").click();
    person.pick("登録職種", "薬剤師");
    person.page.keyboard().press("Escape");
    assertThat(person.rowOf("抽出 薬有")).isVisible();
    assertThat(person.rowOf("抽出 薬無")).hasCount(0);
    person.shot("patients-narrowed");
    assertThat(person.page).hasURL(Pattern.compile("profession=PHARMACIST"));

    person.press("この条件を保存");
    person.field("名前").fill("薬剤師のいる患者");
    person.confirm("保存する");
    person.press("絞り込み「職種：薬剤師」を外す");
    assertThat(person.rowOf("抽出 薬無")).isVisible();
    person.press("薬剤師のいる患者");
    assertThat(person.rowOf("抽出 薬無")).hasCount(0);

    person.press("一覧のCSV・印刷");
    person.choose("利用目的", "訪問の計画・外出時の参照");
    person.shot("patients-take-out");
    byte[] csv = person.downloads(() -> person.confirm("記録して持ち出す"));
    assertThat(new String(csv, StandardCharsets.UTF_8)).contains("抽出 薬有").doesNotContain("薬無");
    assertThat(person.complaints()).isEmpty();
  }

  @Test
  void a_long_list_is_as_long_after_a_change_as_before() {
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), "おおぜい診療所", Affiliation.MEDICAL_ASSOCIATION, "oozei-admin");
    Preparation.Worker busy = worker(administrator, "oozei-kango", "大勢", Profession.NURSE);
    for (int i = 0; i < ROWS; i++) {
      preparation.patientWithoutConsent(
          busy, Preparation.person("大勢", "患者", "おおぜい", "かんじゃ", "0568-43-%04d".formatted(i)));
    }
    Person person = Person.atDesk().signsIn("oozei-kango", Preparation.PASSWORD);
    Locator rows = person.page.locator(".patient-row");
    assertThat(rows).hasCount(50);
    for (int shown = 100; shown <= 250; shown += 50) {
      person.press("もっと見る");
      assertThat(rows).hasCount(Math.min(shown, ROWS));
    }

    preparation.patientWithoutConsent(
        busy, Preparation.person("新規", "患者", "しんき", "かんじゃ", "0568-44-0001"));

    person.sees("%d人中".formatted(ROWS + 1));
    assertThat(rows).hasCount(ROWS);
    assertThat(person.button("もっと見る")).isVisible();
    assertThat(person.complaints()).isEmpty();
  }

  @Test
  void extended_information_is_written_and_read_with_its_author() {
    PatientId patient = patient("拡張", "項目");
    Person person = Person.withTablet().signsIn(NURSE, Preparation.PASSWORD);
    person.goes("/patients/" + patient.value() + "/extended");
    person.press("拡張情報を編集");
    person.type("病名・既往歴", "脳梗塞後遺症");
    person.tick("在宅酸素");
    person.choose("障害高齢者の日常生活自立度", "A1");
    person.shot("extended-form");
    person.press("保存する");

    person.sees("脳梗塞後遺症");
    person.sees("在宅酸素");
    person.shot("extended");
    person.page.getByLabel("「病名・既往歴」の変更履歴").click();
    person.sees("いちらん診療所");

    person.confirm("閉じる");
    person.tab("基本情報");
    person.press("変更履歴");
    person.sees("登録時の内容");
    person.shot("basic-history");
    assertThat(person.complaints()).isEmpty();
  }

  @Test
  void rows_are_walked_through_with_the_keyboard_and_read_well_on_a_telephone() {
    patient("電話", "一覧", pharmacist);
    Person phone = Person.withPhone().signsIn(NURSE, Preparation.PASSWORD);
    assertThat(phone.rowOf("電話 一覧")).isVisible();
    phone.shot("patients");
    Person tablet = Person.withTablet().signsIn(NURSE, Preparation.PASSWORD);
    assertThat(tablet.rowOf("電話 一覧")).isVisible();
    tablet.shot("patients");
    tablet.page.keyboard().press("f");
    Locator facets = tablet.page.locator(".facet-fields");
    assertThat(facets).isAttached();
    tablet.shot("patients-facets");
    assertThat(tablet.complaints()).isEmpty();
  }

  private PatientId patient(String family, String given, Preparation.Worker... others) {
    return preparation.patient(
        nurse,
        Preparation.person(
            family, given, "ちゅうしゅつ", given.equals("薬有") ? "あり" : "なし", "0568-70-1234"),
        others);
  }
}
