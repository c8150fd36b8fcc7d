package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.command.ApproveForm;
import jp.tsunagaru.form.command.DraftForm;
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
    assertThat(onTheWay.button("削除")).hasCount(0);
    onTheWay.shot("form-read");
    assertThat(onTheWay.complaints()).isEmpty();
    assertThat(atDesk.complaints()).isEmpty();
  }

  @Test
  void a_draft_is_kept_while_it_is_typed_and_survives_a_lost_session() {
    PatientId patient = patient("自動");
    Person person = Person.atDesk().signsIn(clerk.login(), Preparation.PASSWORD);
    person.goes("/patients/" + patient + "/forms");
    person.press("訪問看護指示書を作成");
    person.sees("基本情報から");
    person.field("主たる傷病名（1） *").pressSequentially("慢性心不全");
    person.sees("下書きを保存しました。");
    person.page.waitForURL("**form=doc_*");
    String address = person.page.url();
    person.losesSession();
    person.page.reload();
    person.signsIn(clerk.login(), Preparation.PASSWORD);
    person.page.navigate(address);

    assertThat(person.field("主たる傷病名（1） *")).hasValue("慢性心不全");
    assertThat(person.field("患者氏名 *")).hasValue("自動 千代");
  }

  @Test
  void two_who_write_the_same_draft_see_what_differs_and_nothing_is_lost() {
    PatientId patient = patient("競合");
    DocumentId form = DocumentId.next();
    preparation.send(
        clerk.origin(),
        new DraftForm(form, patient, 0, "HK16-2024", FormValues.NONE.with("patientName", "競合 千代")));
    Person atReception = Person.atDesk().signsIn(clerk.login(), Preparation.PASSWORD);
    Person atDesk = Person.atDesk().signsIn(physician.login(), Preparation.PASSWORD);
    for (Person person : List.of(atReception, atDesk)) {
      person.goes("/patients/" + patient + "/forms?form=" + form);
      assertThat(person.field("患者氏名 *")).hasValue("競合 千代");
    }
    atReception.field("主たる傷病名（1） *").pressSequentially("受付の記入");
    atReception.sees("下書きを保存しました。");
    atDesk.field("主たる傷病名（1） *").pressSequentially("医師の記入");
    atDesk.sees("鈴木 一子さんが");
    atDesk.sees("主たる傷病名（1）：あなた「医師の記入」 ／ 相手「受付の記入」");
    atDesk.shot("form-conflict");
    atDesk.press("自分の入力を保存する");
    atDesk.sees("下書きを保存しました。");
    assertThat(atDesk.page.locator(".form-conflict")).hasCount(0);

    atReception.field("主たる傷病名（2）").pressSequentially("高血圧症");
    atReception.sees("髙橋 一郎さんが");
    atReception.press("相手の内容にする");
    assertThat(atReception.field("主たる傷病名（1） *")).hasValue("医師の記入");
    assertThat(atReception.field("主たる傷病名（2）")).hasValue("");
    assertThat(atReception.complaints()).isEmpty();
    assertThat(atDesk.complaints()).isEmpty();
  }

  @Test
  void the_sheet_is_drawn_beside_the_form_and_behind_a_button_on_a_phone() {
    PatientId patient = patient("見本");
    Person atDesk = Person.atDesk().signsIn(physician.login(), Preparation.PASSWORD);
    atDesk.goes("/patients/" + patient + "/forms");
    atDesk.press("主治医意見書を作成");
    Locator pages = atDesk.page.locator(".form-preview img");
    assertThat(pages).hasCount(2);
    String first = pages.first().getAttribute("src");
    atDesk.field("（1）診断名 1 *").pressSequentially("アルツハイマー型認知症");
    assertThat(pages.first()).not().hasAttribute("src", first);
    atDesk.shot("form-beside");
    atDesk.page.setViewportSize(1024, 768);
    atDesk.shot("form-beside");
    assertThat(pages).hasCount(2);
    atDesk.page.setViewportSize(1000, 768);
    assertThat(pages).hasCount(0);

    Person onTheWay = Person.withPhone().signsIn(physician.login(), Preparation.PASSWORD);
    onTheWay.goes("/patients/" + patient + "/forms");
    onTheWay.press("訪問看護指示書を作成");
    onTheWay.sees("基本情報から");
    assertThat(onTheWay.page.locator(".form-preview img")).hasCount(0);
    onTheWay.press("様式の見本");
    assertThat(onTheWay.page.locator("vaadin-dialog img, vaadin-dialog-overlay img")).hasCount(1);
    onTheWay.shot("form-sheet");
    assertThat(onTheWay.complaints()).isEmpty();
    assertThat(atDesk.complaints()).isEmpty();
  }

  @Test
  void a_confirmed_form_is_news_in_the_notebook_and_comes_back_after_deletion() {
    PatientId patient = patient("様式");
    order(patient, TODAY, TODAY.plusMonths(6).minusDays(1));
    preparation.send(
        physician.origin(),
        new PostArticle(
            DocumentId.next(),
            patient,
            TODAY,
            new ArticleContent("", "指示書を出しました。"),
            Set.of(),
            Visibility.TEAM,
            List.of()));
    Person visiting = Person.withTablet().signsIn(nurse.login(), Preparation.PASSWORD);
    visiting.goes("/patients/" + patient);
    Locator entry =
        visiting.page.getByRole(
            AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(Pattern.compile("髙橋 一郎")));
    assertThat(entry).hasCount(2);
    visiting.page.locator(".filter-panel summary").click();
    visiting.choose("種類", "様式");
    assertThat(entry).hasCount(1);
    assertThat(visiting.page).hasURL(Pattern.compile("kind=FORM"));
    assertThat(entry.locator(".unread-mark")).hasCount(1);
    visiting.shot("form-in-notebook");
    visiting.press("訪問看護指示書・在宅患者訪問点滴注射指示書");
    visiting.sees("脳梗塞後遺症");
    visiting.goes("/patients/" + patient);
    assertThat(entry).hasCount(2);
    assertThat(visiting.page.locator(".unread-mark")).hasCount(0);

    Person atDesk = Person.atDesk().signsIn(physician.login(), Preparation.PASSWORD);
    atDesk.goes("/patients/" + patient + "/forms");
    atDesk.press("訪問看護指示書");
    atDesk.press("削除");
    atDesk.sees("削除文書管理からいつでも元に戻せます。");
    atDesk.shot("form-delete");
    atDesk.confirm("削除");
    atDesk.sees("まだ文書はありません。上のボタンから作成してください。");
    assertThat(entry).hasCount(1);
    atDesk.goes("/deleted");
    atDesk.sees("訪問看護指示書・在宅患者訪問点滴注射指示書");
    atDesk.shot("form-deleted");
    atDesk.press("復元");
    atDesk.confirm("復元");
    assertThat(entry).hasCount(2);
    assertThat(visiting.complaints()).isEmpty();
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
    atDesk.sees("交付・提出");
    atDesk.shot("form-export-purpose");
    atDesk.confirm("ファイルを作る");
    atDesk.sees("「𠮷」は「吉」に置き換えました。");
    atDesk.sees("「老人保健施設」はこの形式に欄がないため出力しません。");
    atDesk.shot("form-export");
    byte[] csv = atDesk.downloads(() -> atDesk.link("ダウンロード"));
    atDesk.confirm("閉じる");
    atDesk.press("印刷");
    atDesk.confirm("印刷用PDFを作る");
    String address =
        atDesk
            .page
            .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("PDFを開く（2ページ）"))
            .getAttribute("href");
    byte[] pdf =
        atDesk.context.request().get(RunningApplication.get().url() + "/" + address).body();

    assertThat(new String(csv, Charset.forName("windows-31j")).split(",", -1)).hasSize(121);
    assertThat(new String(pdf, 0, 5, Charset.forName("ISO-8859-1"))).isEqualTo("%PDF-");
    assertThat(atDesk.complaints()).isEmpty();
  }

  @Test
  void an_order_that_ends_in_two_weeks_is_a_task_on_the_start_page() {
    PatientId patient =
        preparation.patient(physician, Preparation.person("期限", "千代", "きげん", "ちよ", "0568-76-1188"));
    preparation.send(
        physician.origin(),
        new AssignMember(
            CareTeamId.of(patient),
            patient,
            GrantId.next(),
            nurse.accountId(),
            new MembershipTerms(TeamRole.VISITING_NURSE, Set.of(Right.values()), null, null)));
    order(patient, TODAY.minusMonths(1), TODAY.plusDays(14));
    Person onTheWay = Person.withPhone().signsIn(nurse.login(), Preparation.PASSWORD);
    onTheWay.goes("/patients");
    Locator task =
        onTheWay.page.locator(".order-task").filter(new Locator.FilterOptions().setHasText("期限"));
    assertThat(task).containsText("あと14日");
    onTheWay.shot("form-task");
    task.click();
    onTheWay.sees("あと15日で終わります。次の指示書を準備してください。");
    assertThat(onTheWay.complaints()).isEmpty();
  }

  private DocumentId order(PatientId patient, LocalDate from, LocalDate to) {
    DocumentId order = DocumentId.next();
    FormValues values =
        FormValues.NONE
            .with("orderType", "1")
            .with("period", from.toString(), to.toString())
            .with("patientName", "様式 千代")
            .with("birthDate", "1947-07-05")
            .with("disease1", "脳梗塞後遺症")
            .with("issuedOn", from.toString())
            .with("hospitalName", "様式診療所")
            .with("physicianName", "髙橋 一郎")
            .with("addressee", "様式訪問看護ステーション");
    preparation.send(physician.origin(), new DraftForm(order, patient, 0, "HK16-2024", values));
    preparation.send(physician.origin(), new ApproveForm(order, patient, 1, values));
    return order;
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
