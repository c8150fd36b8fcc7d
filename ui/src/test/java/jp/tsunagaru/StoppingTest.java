package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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

/** Who signs (PT-03), 共有停止 (PT-10) and 転出 (PT-06), as they are shown before they are done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoppingTest {
  private static final String MANAGER = "tomeru-care";
  private static final String NURSE = "tomeru-kango";

  private final Preparation preparation = Preparation.ofRunningApplication();
  private Preparation.Worker manager = preparation.city();
  private Preparation.Worker nurse = manager;

  @BeforeAll
  void a_care_manager_and_a_nurse_of_two_facilities() {
    manager = worker("止居宅介護支援", "tomeru-admin", MANAGER, "止山", Profession.CARE_MANAGER);
    nurse = worker("止訪問看護", "tomeru-admin2", NURSE, "看岡", Profession.NURSE);
  }

  private Preparation.Worker worker(
      String facility, String admin, String login, String family, Profession profession) {
    return preparation.worker(
        preparation.facility(preparation.city(), facility, Affiliation.MEDICAL_ASSOCIATION, admin),
        login,
        new PersonName(family, "実", "とまる", "みのる"),
        profession,
        Role.CARE_USER);
  }

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void a_stop_is_done_after_it_was_shown_who_loses_what() {
    PatientId patient = patient("停田", "ミツ");
    Person reader = at(NURSE, patient, Person.withTablet());
    reader.writes("停止の前の記事です。");
    reader.press("投稿");
    assertThat(reader.entry("停止の前の記事です。")).isVisible();
    Person person = at(MANAGER, patient, Person.withPhone());
    person.goes("/patients/" + patient.value() + "/consent");
    person.press("情報共有を停止");

    Locator dialog = person.page.locator("vaadin-dialog[opened]");
    assertThat(dialog).containsText("停田 ミツ");
    assertThat(dialog).containsText("（2人）");
    assertThat(dialog).containsText("看岡 実（看護師・止訪問看護）");
    assertThat(dialog).containsText("記事 1件、様式 0件、ファイル 0件、下書き 0件");
    person.shot("stop-dialog");
    assertThat(person.button("情報共有を停止").last()).isDisabled();
    person.tick("上の内容を確かめました");
    person.shot("stop-dialog-checked");
    person.confirm("情報共有を停止");
    person.sees("申し出の受け方を選んでください。");
    person.sees("入力してください。");
    person.field("主治医を通じて").check();
    person.type("申し出た人の氏名", "停田 ミツ");
    person.confirm("情報共有を停止");

    assertThat(reader.page.getByText("停止の前の記事です。")).hasCount(0);
    reader.shot("stop-reader");
    person.shot("stop-done");
    assertThat(reader.complaints()).isEmpty();
    assertThat(person.complaints()).isEmpty();
  }

  /** 様式第2 §3: the city is one of those to turn to. */
  @Test
  void the_city_stops_at_its_desk_and_the_team_reads_later_who_asked() {
    PatientId patient = patient("窓停", "ヨネ");
    Person reader = at(NURSE, patient, Person.atDesk());
    reader.writes("窓口で止める前の記事です。");
    reader.press("投稿");
    assertThat(reader.entry("窓口で止める前の記事です。")).isVisible();

    Person city = Person.withTablet().signsIn(RunningApplication.CITY_LOGIN, Preparation.PASSWORD);
    city.link("見た人の一覧");
    city.type("氏名またはふりがな（全部）", "窓停 ヨネ");
    city.type("生年月日", "S22.7.5");
    city.press("検索");
    city.press("情報共有を停止");
    city.tick("上の内容を確かめました");
    city.confirm("情報共有を停止");
    city.sees("入力してください。");
    city.type("申し出た人の氏名", "窓停 一郎");
    city.type("続柄（本人のときは空欄）", "長男");
    city.shot("stop-at-desk");
    city.confirm("情報共有を停止");
    city.sees("情報共有を停止しました。");

    assertThat(reader.page.getByText("窓口で止める前の記事です。")).hasCount(0);
    city.press("検索");
    city.sees("窓停 ヨネ");
    assertThat(city.button("情報共有を停止")).hasCount(0);
    city.shot("stopped-at-desk");

    Person manager = Person.atDesk().signsIn(MANAGER, Preparation.PASSWORD);
    manager.press("窓停 ヨネさんの情報共有を再開");
    manager.sees("担当者2人が再び記録を読み書きできるようになります。");
    manager.confirm("再開");
    manager.sees("申し出の受け方を選んでください。");
    manager.sees("入力してください。");
    manager.field("本人・家族から直接").check();
    manager.type("申し出た人の氏名", "窓停 ヨネ");
    manager.shot("resume-dialog");
    manager.confirm("再開");
    manager.sees("情報共有を再開しました。");
    manager.goes("/patients/" + patient.value() + "/consent");
    assertThat(manager.page.locator(".sharing-steps")).containsText("申し出：窓停 一郎（長男）　市の窓口を通じて");
    assertThat(manager.page.locator(".sharing-steps"))
        .containsText("情報共有の再開　申し出：窓停 ヨネ（本人）　本人・家族から直接");
    manager.shot("sharing-steps");
    assertThat(city.complaints()).isEmpty();
    assertThat(manager.complaints()).isEmpty();
  }

  @Test
  void moving_out_of_the_city_asks_whether_use_ends() {
    PatientId patient = patient("転田", "ヒサ");
    Person person = at(MANAGER, patient, Person.atDesk());
    person.tab("基本情報");
    person.press("基本情報を編集");
    person.type("住所", "名古屋市中区三の丸三丁目1番地");
    person.press("保存する");

    person.sees("住所が小牧市の外になりました");
    person.shot("moved-question");
    person.confirm("終結の手続きに進む");
    Locator dialog = person.page.locator("vaadin-dialog[opened]");
    assertThat(dialog).containsText("表示だけになる人（2人）");
    person.shot("moved-dialog");
    person.tick("上の内容を確かめました");
    person.confirm("利用を終結");
    person.sees("利用は終結しています（転出");
    person.shot("moved-done");
    assertThat(person.complaints()).isEmpty();
  }

  @Test
  void for_a_minor_the_family_signs() {
    Person person = Person.atDesk().signsIn(NURSE, Preparation.PASSWORD);
    person.press("新規登録");
    person.sees("同意書（様式第2）の署名はありますか");
    person.press("次へ");
    person.type("姓", "若田");
    person.type("名", "葵");
    person.type("せい（ふりがな）", "わかだ");
    person.type("めい（ふりがな）", "あおい");
    person.field("女").check();
    person.type("生年月日", "H30.4.2");
    person.type("住所", "小牧市堀の内一丁目1番地");
    person.type("電話番号1", "0568-00-7442");
    person.press("次へ");
    person.sees("患者は同意の日に18歳未満です。");
    person.shot("minor-signs");
    person.field("代理人").check();
    person.field("未成年").check();
    person.type("代理人の氏名", "若田 母");
    person.type("続柄", "母");
    person.press("次へ");
    person.press("次へ");
    person.sees("あなたの役割");
    person.press("次へ");
    person.press("登録する");
    person.sees("記事はまだありません");
    assertThat(person.complaints()).isEmpty();
  }

  private PatientId patient(String family, String given) {
    return preparation.patient(
        manager, Preparation.person(family, given, "とめた", "しけん", "0568-00-7441"), nurse);
  }

  private static Person at(String login, PatientId patient, Person person) {
    person.signsIn(login, Preparation.PASSWORD);
    assertThat(person.page).hasURL(java.util.regex.Pattern.compile("/patients"));
    person.goes("/patients/" + patient.value());
    assertThat(person.field("連絡帳の本文")).isVisible();
    return person;
  }
}
