package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import org.junit.jupiter.api.Test;

/** PF-13: before a facility leaves, who has to be handed over, and who may know their names. */
class FacilityLeavingTest {
  private final Preparation preparation = Preparation.ofRunningApplication();

  @Test
  void the_administrator_learns_numbers_and_whom_to_ask_and_they_find_the_patients() {
    Preparation.Worker station = facility("去年訪問看護", "kyonen");
    Preparation.Worker clinic = facility("隣医院", "tonari");
    Preparation.Worker nurse = worker(station, "kyonen-kango", "去年", Profession.NURSE);
    Preparation.Worker doctor = worker(clinic, "tonari-ishi", "隣", Profession.PHYSICIAN);
    preparation.patient(nurse, Preparation.person("一人", "タケ", "ひとり", "たけ", "0568-43-0001"));
    preparation.patient(nurse, Preparation.person("二人", "ウメ", "ふたり", "うめ", "0568-43-0002"), doctor);

    Person office = Person.atDesk().signsIn("kyonen-admin", Preparation.PASSWORD);
    office.goes("/facility");
    office.press("施設の利用をやめる前に");
    office.sees("いま2人の患者の担当者です。");
    office.sees("ほかの施設に担当者がいない患者：1人");
    office.sees("去年 太郎（看護師）：1人");
    office.sees("ほかの施設にも担当者がいる患者：1人");
    office.doesNotSee("タケ");
    office.shot("facility-leaving");
    office.page.setViewportSize(390, 844);
    office.shot("facility-leaving");
    office.close();

    Person visiting = Person.atDesk().signsIn("kyonen-kango", Preparation.PASSWORD);
    assertThat(visiting.rowOf("二人 ウメ")).isVisible();
    visiting.goes("/patients?state=ONLY_OWN_FACILITY");
    assertThat(visiting.rowOf("一人 タケ")).isVisible();
    assertThat(visiting.rowOf("二人 ウメ")).hasCount(0);
    visiting.sees("状態：自分の施設だけが担当");
    visiting.shot("only-own-facility");
    visiting.page.setViewportSize(390, 844);
    visiting.shot("only-own-facility");
    assertThat(visiting.complaints()).isEmpty();
    visiting.close();
  }

  private Preparation.Worker facility(String name, String login) {
    return preparation.facility(
        preparation.city(), name, Affiliation.MEDICAL_ASSOCIATION, login + "-admin");
  }

  private Preparation.Worker worker(
      Preparation.Worker administrator, String login, String family, Profession profession) {
    return preparation.worker(
        administrator,
        login,
        new PersonName(family, "太郎", "てすと", "たろう"),
        profession,
        Role.CARE_USER);
  }
}
