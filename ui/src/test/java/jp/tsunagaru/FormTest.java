package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneId;
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

/** Official forms as the people of a clinic and a station fill them in and read them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

  private final Preparation preparation = Preparation.ofRunningApplication();
  private Preparation.Worker physician;
  private Preparation.Worker clerk;
  private Preparation.Worker nurse;

  @BeforeAll
  void a_clinic_and_a_station() {
    Preparation.Worker clinic =
        preparation.facility(
            preparation.city(), "様式診療所", Affiliation.MEDICAL_ASSOCIATION, "youshiki-admin");
    Preparation.Worker station =
        preparation.facility(
            preparation.city(), "様式訪問看護ステーション", Affiliation.MEDICAL_ASSOCIATION, "youshiki-kango");
    physician =
        preparation.worker(
            clinic,
            "youshiki-ishi",
            new PersonName("髙橋", "一郎", "たかはし", "いちろう"),
            Profession.PHYSICIAN,
            Role.CARE_USER);
    clerk =
        preparation.worker(
            clinic,
            "youshiki-jimu",
            new PersonName("鈴木", "一子", "すずき", "いちこ"),
            Profession.OFFICE_CLERK,
            Role.CARE_USER);
    nurse =
        preparation.worker(
            station,
            "youshiki-ns",
            new PersonName("看護", "花子", "かんご", "はなこ"),
            Profession.NURSE,
            Role.CARE_USER);
  }

  @AfterEach
  void everybody_leaves(TestInfo test) {
    Person.everybodyLeaves("form-end-" + test.getTestMethod().orElseThrow().getName());
  }

  private PatientId patient(String family) {
    return preparation.patient(
        physician, Preparation.person(family, "千代", "ようしき", "ちよ", "0568-76-1188"), clerk, nurse);
  }

  @Test
  void a_clerk_prepares_an_order_and_the_physician_confirms_it() {
    PatientId patient = patient("指示");
    Person atReception = Person.atDesk().signsIn(clerk.login(), Preparation.PASSWORD);
    atReception.goes("/patients/" + patient + "/forms");
    atReception.sees("まだ文書はありません。上のボタンから作成してください。");
    atReception.press("訪問看護指示書を作成");
    atReception.sees("基本情報から");
    assertThat(atReception.field("患者氏名 *")).hasValue("指示 千代");
    assertThat(atReception.field("医療機関名 *")).hasValue("様式診療所");
    atReception.shot("form-new");
    assertThat(atReception.page.getByLabel("訪問看護指示期間（から）")).hasCount(0);
    atReception.tick("訪問看護指示書");
    atReception.type("訪問看護指示期間（から）", TODAY.toString());
    atReception.press("6か月");
    atReception.type("主たる傷病名（1） *", "脳梗塞後遺症");
    atReception.tick("経管栄養");
    atReception.sees("経管栄養の方法 *");
    atReception.press("医師に確認を依頼");
    atReception.sees("医師に確認を依頼しました。");
    atReception.sees("医師の確認待ち");
    atReception.shot("form-list-waiting");

    Person atDesk = Person.atDesk().signsIn(physician.login(), Preparation.PASSWORD);
    atDesk.goes("/patients/" + patient + "/forms");
    atDesk.press("訪問看護指示書");
    atDesk.sees("医師の確認待ちです。入力 鈴木 一子（様式診療所）");
    atDesk.press("確定");
    atDesk.sees("確定できません。直すところが3件あります。");
    assertThat(atDesk.page.getByText("記入してください。")).hasCount(3);
    atDesk.shot("form-errors");
    atDesk
        .page
        .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("胃瘻").setExact(true))
        .check();
    atDesk.type("医師氏名 *", "髙橋 一郎");
    atDesk.type("宛先（訪問看護ステーション） *", "様式訪問看護ステーション");
    atDesk.sees("確定できます");
    atDesk.press("確定");
    atDesk.confirm("確定");
    atDesk.sees("確定しました。");
    atDesk.sees("有効な文書");
    atDesk.shot("form-list-confirmed");

    Person onTheWay = Person.withPhone().signsIn(nurse.login(), Preparation.PASSWORD);
    onTheWay.goes("/patients/" + patient + "/forms");
    onTheWay.shot("form-list");
    onTheWay.press("訪問看護指示書");
    onTheWay.sees("脳梗塞後遺症");
    onTheWay.sees("経管栄養");
    onTheWay.sees("胃瘻");
    assertThat(onTheWay.button("取り消す")).hasCount(0);
    onTheWay.shot("form-read");
    assertThat(onTheWay.complaints()).isEmpty();
    assertThat(atDesk.complaints()).isEmpty();
  }

  @Test
  void a_physician_writes_an_opinion_keeps_a_draft_and_hands_it_to_another_system() {
    PatientId patient = patient("意見");
    Person atDesk = Person.withTablet().signsIn(physician.login(), Preparation.PASSWORD);
    atDesk.goes("/patients/" + patient + "/forms");
    atDesk.press("主治医意見書を作成");
    atDesk.sees("SI-2026");
    assertThat(atDesk.field("医師氏名 *")).hasValue("髙橋 一郎");
    atDesk.type("（1）最終診察日 *", TODAY.toString());
    atDesk.type("（1）診断名 1 *", "𠮷田病");
    atDesk.type("発症年月日 1", "令和6年7月");
    Locator walking = atDesk.page.getByRole(AriaRole.RADIOGROUP, named("（1）屋外歩行"));
    walking.getByLabel("自立").check();
    Locator bed = atDesk.page.getByRole(AriaRole.RADIOGROUP, named("（1）障害高齢者の日常生活自立度（寝たきり度）"));
    bed.getByLabel("C2").check();
    atDesk.sees("寝たきり度がCですが、屋外歩行が「自立」です。");
    atDesk.tick("老人保健施設");
    atDesk.press("下書き保存");
    atDesk.sees("下書きを保存しました。");
    atDesk.page.waitForURL("**form=doc_*");
    atDesk.page.reload();
    assertThat(atDesk.field("（1）診断名 1 *")).hasValue("𠮷田病");
    assertThat(atDesk.field("発症年月日 1")).hasValue("令和6年7月");
    atDesk.shot("form-opinion");
    atDesk.press("確定");
    atDesk.confirm("確定");
    atDesk.sees("確定しました。");
    atDesk.sees("有効な文書");
    atDesk.press("主治医意見書");
    atDesk.press("CSVで出力");
    atDesk.sees("「𠮷」は「吉」に置き換えました。");
    atDesk.sees("「老人保健施設」はこの形式に欄がないため出力しません。");
    atDesk.shot("form-export");
    byte[] csv = atDesk.downloads(() -> atDesk.link("ダウンロード"));
    atDesk.confirm("閉じる");
    atDesk.press("印刷");
    atDesk.sees("PDFができました（2ページ）。");
    String address =
        atDesk
            .page
            .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("PDFを開く"))
            .getAttribute("href");
    byte[] pdf =
        atDesk.context.request().get(RunningApplication.get().url() + "/" + address).body();

    assertThat(new String(csv, Charset.forName("windows-31j")).split(",", -1)).hasSize(121);
    assertThat(new String(pdf, 0, 5, Charset.forName("ISO-8859-1"))).isEqualTo("%PDF-");
    assertThat(atDesk.complaints()).isEmpty();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
