package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.japanese.Wareki;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 第9条 and 第10条: the administrator of a facility, the city, and whom the public finds. */
class FacilityContentTest {
  private final Preparation preparation = Preparation.ofRunningApplication();
  private final LocalDate today = LocalDate.now(RunningApplication.get().bean(Clock.class));

  @AfterEach
  void leave() {
    Person.everybodyLeaves("facility-content-last");
  }

  private Preparation.Worker facility(String name, String login) {
    return preparation.facility(
        preparation.city(), name, Affiliation.MEDICAL_ASSOCIATION, login + "-admin");
  }

  /** The boxes of what is published are named alike. */
  private static void types(Person person, String label, String text) {
    person
        .page
        .locator("vaadin-text-field")
        .filter(new Locator.FilterOptions().setHasText(label))
        .first()
        .locator("input")
        .fill(text);
  }

  private static Person city() {
    return Person.atDesk().signsIn(RunningApplication.CITY_LOGIN, Preparation.PASSWORD);
  }

  @Test
  void what_the_right_to_take_part_hangs_on_waits_for_the_city() {
    Preparation.Worker clinic = facility("改名前医院", "kaimei");
    Person office = Person.atDesk().signsIn("kaimei-admin", Preparation.PASSWORD);
    office.link("施設情報");
    office.press("登録内容を変更する");
    types(office, "施設名", "");
    types(office, "電話番号", "0568-00-4321");
    office.press("保存する");
    office.sees("「施設名」が入力されていません。");
    types(office, "施設名", "改名後医院");
    office.shot("facility-change");
    office.press("保存する");
    office.sees("市の確認を待つ変更");
    office.sees("改名前医院 → 改名後医院");
    office.sees("0568-00-4321");
    office.shot("facility-waiting");

    Person desk = city();
    desk.sees("登録内容の変更の確認を待つ施設：");
    desk.link("利用施設を開く");
    desk.link("改名前医院");
    desk.sees("改名前医院 → 改名後医院");
    assertThat(desk.button("登録内容を変更する")).hasCount(0);
    desk.shot("facility-city");
    desk.press("差し戻す");
    desk.confirm("差し戻す");
    desk.sees("理由を入力してください。");
    desk.type("理由", "開設届の名前と違います。");
    desk.confirm("差し戻す");
    desk.sees("変更を差し戻しました。");
    assertThat(desk.page.getByText("改名前医院 → 改名後医院")).hasCount(1);

    office.goes("/staff");
    office.sees("理由：開設届の名前と違います。");
    office.link("施設情報を開く");
    office.press("登録内容を変更する");
    types(office, "施設名", "改名後クリニック");
    office.press("保存する");
    office.sees("改名前医院 → 改名後クリニック");

    desk.goes("/facility/" + clinic.facilityId().value());
    desk.press("変更を確認する");
    desk.sees("変更を確認しました。");
    assertThat(desk.page.locator("h1")).hasText("改名後クリニック");
    desk.sees("市の確認による変更");
    desk.shot("facility-confirmed");
    desk.page.setViewportSize(390, 844);
    desk.shot("facility-confirmed");

    Person visitor = Person.atDesk();
    visitor.goes("/?name=改名後クリニック");
    visitor.sees("改名後クリニック");
    assertThat(desk.complaints()).isEmpty();
    assertThat(office.complaints()).isEmpty();
  }

  @Test
  void the_responsibility_goes_to_another_administrator_before_the_first_one_leaves() {
    Preparation.Worker clinic = facility("引継医院", "hikitsugi");
    Person office = Person.withPhone().signsIn("hikitsugi-admin", Preparation.PASSWORD);
    office.goes("/facility");
    office.press("施設管理者を引き継ぐ");
    office.sees("引き継げる人がいません。");
    office.confirm("閉じる");
    preparation.worker(
        clinic,
        "hikitsugi-fuku",
        new PersonName("次代", "花子", "じだい", "はなこ"),
        Profession.OFFICE_CLERK,
        Role.FACILITY_ADMIN);
    Person deputy = Person.atDesk().signsIn("hikitsugi-fuku", Preparation.PASSWORD);
    deputy.page.getByLabel("代表 太郎さんの操作").click();
    deputy
        .page
        .locator("vaadin-menu-bar-item")
        .filter(new Locator.FilterOptions().setHasText("利用の停止").setVisible(true))
        .last()
        .click();
    deputy.confirm("停止する");
    deputy.sees("先に「施設情報」で別の施設管理者に引き継いでください。");

    office.press("施設管理者を引き継ぐ");
    office.confirm("施設管理者を引き継ぐ");
    office.sees("選んでください");
    office.choose("引き継ぐ人", "次代 花子 事務職員");
    office.shot("facility-hand-over");
    office.confirm("施設管理者を引き継ぐ");
    office.sees("次代 花子 さんが、この施設の利用者について責任を負っています。");
    office.sees("引き継いだ人：次代 花子");
    assertThat(office.page.locator(".facts").first()).containsText("次代 花子");
    office.shot("facility-handed-over");
    assertThat(office.complaints()).isEmpty();
  }

  @Test
  void a_facility_ends_at_its_own_request_with_all_that_hangs_on_it() {
    Preparation.Worker station = facility("閉所訪問看護", "heisho");
    Preparation.Worker nurse =
        preparation.worker(
            station,
            "heisho-kango",
            new PersonName("閉所", "花子", "へいしょ", "はなこ"),
            Profession.NURSE,
            Role.CARE_USER);
    preparation.patient(nurse, Preparation.person("残る", "イネ", "のこる", "いね", "0568-43-7001"));
    Person visiting = Person.withTablet().signsIn("heisho-kango", Preparation.PASSWORD);
    assertThat(visiting.rowOf("残る イネ")).isVisible();
    Page otherTab = visiting.page.context().newPage();
    otherTab.navigate("/patients");
    assertThat(otherTab.locator(".patient-row")).isVisible();

    Person office = Person.withPhone().signsIn("heisho-admin", Preparation.PASSWORD);
    office.goes("/facility");
    office.press("廃止を申請する");
    office.sees("ほかの施設に担当者がいない患者：1人");
    office.confirm("廃止を申請する");
    office.sees("廃止日を入力してください。");
    office.type("廃止日", Wareki.format(today));
    office.type("理由", "閉所のため");
    office.shot("abolition-request");
    office.confirm("廃止を申請する");
    office.sees("廃止を申請しました。");
    office.sees("市の手続きを待っています。");
    office.shot("abolition-waiting");

    Person desk = city();
    desk.sees("廃止を申請している施設：");
    desk.goes("/facility/" + station.facilityId().value());
    desk.press("廃止の手続きをする");
    desk.sees("この施設の利用者2人は、すぐに使えなくなり");
    desk.confirm("廃止の手続きをする");
    desk.sees("引き継ぎ先を書いてください。");
    desk.type("引き継ぎ先", "地域包括支援センターが引き継ぐ。");
    desk.shot("abolition-city");
    desk.confirm("廃止の手続きをする");
    desk.sees("「閉所訪問看護」を廃止しました。");
    desk.sees("ほかの施設に担当者がいなかった患者：1人");
    desk.shot("abolition-done");
    desk.goes("/facilities?q=閉所訪問看護");
    desk.sees("廃止済");
    desk.shot("facilities-abolished");

    assertThat(visiting.page).hasURL(Pattern.compile("/login"));
    assertThat(otherTab).hasURL(Pattern.compile("/login"));
    visiting.signsIn("heisho-kango", Preparation.PASSWORD);
    assertThat(visiting.page).hasURL(Pattern.compile("/login"));
    Person visitor = Person.atDesk();
    visitor.goes("/?name=閉所訪問看護");
    visitor.doesNotSee("閉所訪問看護");
    assertThat(desk.complaints()).isEmpty();
  }
}
