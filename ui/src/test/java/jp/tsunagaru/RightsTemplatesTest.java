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
import org.junit.jupiter.api.Test;

/** 権限のひな形 (TM-03), from the city's desk to the dialog that adds a member. */
class RightsTemplatesTest {
  private final Preparation preparation = Preparation.ofRunningApplication();

  @AfterEach
  void leave() {
    Person.everybodyLeaves("rights-templates-last");
  }

  @Test
  void the_template_of_the_city_is_proposed_and_changes_nobody_who_is_there() {
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), "ひな形訪問看護", Affiliation.MEDICAL_ASSOCIATION, "hinagata-admin");
    Preparation.Worker nurse = worker(administrator, "hinagata-kango", "花", Profession.NURSE);
    Preparation.Worker present =
        worker(administrator, "hinagata-yaku1", "一", Profession.PHARMACIST);
    worker(administrator, "hinagata-yaku2", "二", Profession.PHARMACIST);
    PatientId patient =
        preparation.patient(
            nurse, Preparation.person("雛形", "タミ", "ひながた", "たみ", "0568-42-0011"), present);

    Person desk = Person.atDesk().signsIn(RunningApplication.CITY_LOGIN, Preparation.PASSWORD);
    desk.link("権限のひな形");
    desk.sees("すでに担当者になっている人の権限は変わりません");
    assertThat(row(desk, "薬剤師")).containsText("標準");
    desk.shot("rights-templates");
    desk.press("薬剤師の変更");
    desk.sees("まだ変更されていません");
    desk.tick("様式の作成");
    desk.field("削除").uncheck();
    desk.shot("rights-templates-change");
    desk.press("保存する");
    assertThat(row(desk, "薬剤師")).containsText("市（第1版）");
    desk.press("薬剤師の変更");
    desk.sees("→ 閲覧・投稿・編集・様式の作成");
    desk.shot("rights-templates-history");
    desk.press("キャンセル");

    Person person = Person.withTablet().signsIn("hinagata-kango", Preparation.PASSWORD);
    person.goes("/patients/" + patient.value() + "/team");
    assertThat(person.page.locator(".member").filter(has("雛 一"))).containsText("すべての操作");
    person.press("担当者を追加");
    person.pick("担当者を探す", "雛 二");
    assertThat(person.field("様式の作成")).isChecked();
    assertThat(person.field("削除")).not().isChecked();
    person.shot("rights-templates-proposed");
    person.tick("基本情報の変更");
    person.press("追加");
    assertThat(person.page.locator(".member").filter(has("雛 二")))
        .containsText("閲覧・投稿・編集・基本情報の変更・様式の作成");
    assertThat(person.page.locator(".member").filter(has("雛 一"))).containsText("すべての操作");

    desk.press("薬剤師の変更");
    desk.press("標準に戻す（閲覧・投稿・編集・削除）");
    assertThat(row(desk, "薬剤師")).containsText("標準");

    Person phone = Person.withPhone().signsIn(RunningApplication.CITY_LOGIN, Preparation.PASSWORD);
    phone.goes("/rights-templates");
    assertThat(row(phone, "薬剤師")).isVisible();
    phone.shot("rights-templates");
    assertThat(desk.complaints()).isEmpty();
    assertThat(person.complaints()).isEmpty();
  }

  private Preparation.Worker worker(
      Preparation.Worker administrator, String login, String given, Profession profession) {
    return preparation.worker(
        administrator, login, new PersonName("雛", given, "ひな", "な"), profession, Role.CARE_USER);
  }

  private static Locator row(Person person, String profession) {
    return person.page.locator(".rights-table tbody tr").filter(has(profession)).first();
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
