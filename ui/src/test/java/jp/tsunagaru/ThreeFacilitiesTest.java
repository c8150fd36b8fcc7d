package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.command.AssignMember;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** A nurse, a care manager and a physician of three facilities around the same patient. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeFacilitiesTest {
  private static final String NURSE = "sansha-kango";
  private static final String MANAGER = "sansha-care";
  private static final String PHYSICIAN = "sansha-ishi";
  private static final String STRANGER = "sansha-yoso";

  private final Preparation preparation = Preparation.ofRunningApplication();
  private Preparation.Worker nurse = preparation.city();
  private Preparation.Worker manager = nurse;
  private Preparation.Worker physician = nurse;

  @BeforeAll
  void three_facilities() {
    Preparation.Worker station = facility("三者訪問看護ステーション", "sansha-admin1");
    Preparation.Worker office = facility("三者居宅介護支援事業所", "sansha-admin2");
    Preparation.Worker clinic = facility("三者在宅クリニック", "sansha-admin3");
    nurse = worker(station, NURSE, "看田", "花子", Profession.NURSE);
    manager = worker(office, MANAGER, "介田", "守", Profession.CARE_MANAGER);
    physician = worker(clinic, PHYSICIAN, "医田", "治", Profession.PHYSICIAN);
    worker(clinic, STRANGER, "余田", "外", Profession.NURSE);
  }

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void each_finds_the_patient_and_can_tell_who_sees_it_and_why() {
    PatientId patient = patient("三好", "ハル", "みよし", "はる", "0568-55-6677");
    Person outside = Person.atDesk().signsIn(STRANGER, Preparation.PASSWORD);
    outside.search("三好");
    outside.sees("条件に合う患者は、あなたの担当の中にはいません。");

    Person visiting = Person.withTablet().signsIn(NURSE, Preparation.PASSWORD);
    assertThat(visiting.rowOf("三好 ハル")).containsText("要介護2");
    visiting.search("ﾐﾖｼ");
    visiting.rowOf("三好 ハル").click();
    visiting.writes("血圧が高めでした。");
    visiting.press("投稿");
    assertThat(visiting.entry("血圧が高めでした。")).isVisible();

    Person treating = Person.atDesk().signsIn(PHYSICIAN, Preparation.PASSWORD);
    treating.search("5566");
    assertThat(treating.rowOf("三好 ハル")).containsText("血圧が高めでした。");
    treating.rowOf("三好 ハル").click();
    assertThat(treating.entry("血圧が高めでした。")).containsText("看田 花子");
    treating.tab("担当者");
    assertThat(treating.page.locator(".member")).hasCount(3);
    treating.shot("three-team");
    treating.press("看田 花子さんはなぜ見える\\?");
    treating.sees("看田 花子さんがこの患者の記録を見られるのは");
    treating.sees("担当者に登録されていて");
    treating.shot("three-why");
    treating.confirm("閉じる");

    Person planning = Person.withPhone().signsIn(MANAGER, Preparation.PASSWORD);
    planning.search("みよし");
    assertThat(planning.rowOf("三好 ハル")).isVisible();
    planning.shot("three-list");
    planning.goes("/patients/" + patient.value() + "/team");
    planning.press("見える人・見えない人を調べる");
    planning.pick("だれについて", "余田 外");
    planning.sees("余田 外さんはこの患者の記録を見られません。");
    planning.sees("この患者を受け持っていないためです。");
    planning.shot("three-why-not");
    assertThat(visiting.complaints()).isEmpty();
    assertThat(treating.complaints()).isEmpty();
    assertThat(planning.complaints()).isEmpty();
  }

  @Test
  void an_article_without_the_attending_physician_says_so_first() {
    PatientId patient = patient("範囲", "トメ", "はんい", "とめ", "0568-55-6688");
    Person visiting = Person.withTablet().signsIn(NURSE, Preparation.PASSWORD);
    visiting.sees("患者");
    visiting.goes("/patients/" + patient.value());
    visiting.writes("ご家族のご様子について相談です。");
    visiting.choose("公開範囲", "選んだ人・グループ");
    visiting.pick("見られる人・グループ", "介田 守");
    visiting.page.keyboard().press("Escape");
    visiting.sees("主治医（医田 治さん）には表示されません。");
    visiting.shot("visibility-without");
    visiting.press("主治医も加える");
    visiting.sees("主治医（医田 治さん）は含まれています。");
    visiting.shot("visibility-with");
    visiting.choose("公開範囲", "選んだ職種");
    visiting.pick("見られる職種", "介護支援専門員");
    visiting.page.keyboard().press("Escape");
    visiting.sees("主治医（医田 治さん）には表示されません。");
    visiting.press("投稿");
    assertThat(visiting.entry("ご家族のご様子")).containsText("介護支援専門員だけに公開");

    Person treating = Person.atDesk().signsIn(PHYSICIAN, Preparation.PASSWORD);
    treating.sees("患者");
    treating.goes("/patients/" + patient.value());
    treating.sees("記事はまだありません");
    Person planning = Person.withPhone().signsIn(MANAGER, Preparation.PASSWORD);
    planning.rowOf("範囲 トメ").click();
    assertThat(planning.entry("ご家族のご様子")).isVisible();
  }

  @Test
  void who_leaves_a_group_loses_the_open_page() {
    PatientId patient =
        preparation.patient(nurse, Preparation.person("組川", "スエ", "くみかわ", "すえ", "0568-55-6699"));
    Person desk = Person.atDesk().signsIn("sansha-admin1", Preparation.PASSWORD);
    desk.link("担当者グループ");
    desk.press("グループを作る");
    desk.type("グループ名", "在宅当番");
    desk.pick("メンバーを追加", "介田 守");
    desk.pick("メンバーを追加", "医田 治");
    desk.shot("group-new");
    desk.press("保存する");
    assertThat(desk.page.locator(".card")).containsText("医田 治");

    Person planning = Person.withPhone().signsIn(MANAGER, Preparation.PASSWORD);
    planning.search("組川");
    planning.sees("条件に合う患者は、あなたの担当の中にはいません。");
    Person visiting = Person.atDesk().signsIn(NURSE, Preparation.PASSWORD);
    visiting.sees("患者");
    visiting.goes("/patients/" + patient.value() + "/team");
    visiting.press("グループを追加");
    visiting.pick("担当者グループ", "在宅当番");
    visiting.press("追加");
    assertThat(visiting.page.locator(".member")).hasCount(4);
    visiting.shot("group-in-team");
    assertThat(planning.rowOf("組川 スエ")).isVisible();
    planning.rowOf("組川 スエ").click();
    assertThat(planning.field("連絡帳の本文")).isVisible();

    desk.press("在宅当番の変更");
    desk.press("介田 守を外す");
    desk.sees("外した人は、開いている画面からも見られなくなります。");
    desk.press("保存する");
    desk.sees("グループ「在宅当番」を保存しました。");

    assertThat(planning.page.getByLabel("連絡帳の本文")).hasCount(0);
    planning.sees("このページは表示できません");
    assertThat(visiting.page.locator(".member")).hasCount(3);

    // In the team twice, by name and through the group: one person, with the day and the time.
    preparation.assign(nurse, patient, physician);
    visiting.tab("閲覧状況");
    Locator viewers = visiting.page.locator(".viewing-row");
    assertThat(viewers).hasCount(2);
    assertThat(viewers.filter(new Locator.FilterOptions().setHasText("医田 治"))).containsText("未閲覧");
    assertThat(viewers.filter(new Locator.FilterOptions().setHasText("看田 花子")))
        .containsText(Pattern.compile("\\d{4}/\\d{2}/\\d{2} \\d{2}:\\d{2}"));
    visiting.shot("viewing-once");
    assertThat(desk.complaints()).isEmpty();
    assertThat(visiting.complaints()).isEmpty();
  }

  @Test
  void the_last_member_of_a_facility_leaves_after_a_warning() {
    PatientId patient = patient("末田", "キク", "すえた", "きく", "0568-55-6600");
    preparation.patient(physician, Preparation.person("独居", "ノブ", "どっきょ", "のぶ", "0568-55-6601"));
    Person visiting = Person.withTablet().signsIn(NURSE, Preparation.PASSWORD);
    visiting.sees("患者");
    visiting.goes("/patients/" + patient.value() + "/team");
    visiting.press("介田 守の担当を終了");
    visiting.sees("三者居宅介護支援事業所からはこの患者の担当者がいなくなります。");
    visiting.shot("last-of-facility");
    visiting.confirm("担当を終了");
    visiting.sees("介田 守の担当を終了しました。");

    Person desk = Person.atDesk().signsIn("sansha-admin3", Preparation.PASSWORD);
    desk.link("利用者の管理");
    desk.sees("医田 治");
    desk.waits();
    Locator stop =
        desk.page
            .locator("vaadin-menu-bar-item")
            .filter(new Locator.FilterOptions().setHasText("利用の停止"))
            .last();
    // A table that has just arrived arranges its columns once more, which closes a menu.
    await()
        .untilAsserted(() -> {
          desk.page.getByLabel("医田 治さんの操作").click();
          assertThat(stop).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(2000));
        });
    stop.click();
    desk.sees("ほかの施設にも担当者がなく");
    desk.shot("last-of-all");
    desk.confirm("キャンセル");
    assertThat(desk.complaints()).isEmpty();
  }

  private PatientId patient(
      String family, String given, String familyKana, String givenKana, String phone) {
    PatientId patient =
        preparation.patient(nurse, Preparation.person(family, given, familyKana, givenKana, phone));
    assign(patient, manager, TeamRole.CARE_MANAGER);
    assign(patient, physician, TeamRole.ATTENDING_PHYSICIAN);
    return patient;
  }

  private void assign(PatientId patient, Preparation.Worker member, TeamRole role) {
    preparation.send(
        nurse.origin(),
        new AssignMember(
            CareTeamId.of(patient),
            patient,
            GrantId.next(),
            member.accountId(),
            new MembershipTerms(role, Set.of(Right.values()), null, null)));
  }

  private Preparation.Worker facility(String name, String login) {
    return preparation.facility(preparation.city(), name, Affiliation.MEDICAL_ASSOCIATION, login);
  }

  private Preparation.Worker worker(
      Preparation.Worker administrator,
      String login,
      String family,
      String given,
      Profession profession) {
    return preparation.worker(
        administrator,
        login,
        new PersonName(family, given, "さんしゃ", "てすと"),
        profession,
        Role.CARE_USER);
  }
}
