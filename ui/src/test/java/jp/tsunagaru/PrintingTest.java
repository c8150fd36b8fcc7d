package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
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

/** Paper: for what it was printed, what stands on it, and what the auditor learns of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintingTest {
  private static final String NURSE = "insatsu-kango";
  private static final String AUDITOR = "insatsu-kansa";
  private static final Pattern APPLICATION = Pattern.compile("app_[0-9A-Za-z]+");

  private final Preparation preparation = Preparation.ofRunningApplication();
  private Preparation.Worker nurse;

  @BeforeAll
  void a_facility_and_its_people() {
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), "いんさつ訪問看護", Affiliation.MEDICAL_ASSOCIATION, "insatsu-admin");
    nurse =
        preparation.worker(
            administrator,
            NURSE,
            new PersonName("印南", "咲", "いんなみ", "さき"),
            Profession.NURSE,
            Role.CARE_USER);
    preparation.worker(
        preparation.city(),
        AUDITOR,
        new PersonName("監物", "紙子", "けんもつ", "かみこ"),
        Profession.MUNICIPAL_OFFICER,
        Role.CITY_AUDITOR);
  }

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void an_article_is_printed_for_a_purpose_which_the_auditor_finds() throws IOException {
    PatientId patient =
        preparation.patient(nurse, Preparation.person("紙谷", "刷子", "かみや", "すりこ", "0568-41-0001"));
    Person person = Person.withTablet().signsIn(NURSE, Preparation.PASSWORD);
    person.goes("/patients/" + patient.value());
    person.writes("きょうは食欲があり、足のむくみも引いています。");
    person.press("投稿");
    assertThat(person.entry("きょうは食欲があり")).isVisible();

    // when it is printed for a meeting
    person.fromMenuOf(person.entry("きょうは食欲があり"), "印刷");
    person.sees("利用目的");
    person.shot("print-purpose");
    person.page.getByLabel("会議", new Page.GetByLabelOptions().setExact(true)).check();
    person.press("印刷用PDFを作る");
    List<String> pages = PaperText.printed(person, "browser-article");
    person.shot("print-ready");

    // then it stands on one page with its foot
    assertThat(pages).hasSize(1);
    assertThat(pages.getFirst())
        .contains("紙谷 刷子", "きょうは食欲があり、足のむくみも引いています。")
        .contains("印刷の目的：会議", "印南 咲", "いんさつ訪問看護", "1 / 1 ページ", "参照情報");
    person.press("閉じる");

    // and what the filter shows is printed for a purpose in one's own words
    person.press("表示中の記事を印刷");
    person.page.getByLabel("その他", new Page.GetByLabelOptions().setExact(true)).check();
    person.press("印刷用PDFを作る");
    person.sees("目的を書いてください。");
    person.type("目的の補足", "救急搬送時の申し送り");
    person.press("印刷用PDFを作る");
    assertThat(PaperText.printed(person, "browser-range").getFirst()).contains("救急搬送時の申し送り");
    person.press("閉じる");

    // and the auditor sees both, with their purposes
    Person auditor = Person.atDesk().signsIn(AUDITOR, Preparation.PASSWORD);
    auditor.goes("/audit");
    auditor.field("だれ・どこ").fill("かみや");
    auditor.press("検索");
    auditor.choosesSubject("紙谷 刷子");
    auditor.tab("再生");
    auditor.sees("期間中の記録");
    auditor.sees("記事を印刷").click();
    Locator detail = auditor.page.locator(".step-detail");
    assertThat(detail).containsText("印刷の目的");
    assertThat(detail).containsText("会議");
    auditor.sees("連絡帳の範囲を印刷").click();
    assertThat(detail).containsText("その他（救急搬送時の申し送り）");
    auditor.shot("print-audit");
    assertThat(auditor.complaints()).isEmpty();
    assertThat(person.complaints()).isEmpty();
  }

  @Test
  void a_patient_is_printed_on_a_few_sheets() throws IOException {
    PatientId patient =
        preparation.patient(nurse, Preparation.person("紙川", "要", "かみかわ", "かなめ", "0568-41-0003"));
    Person person = Person.withPhone().signsIn(NURSE, Preparation.PASSWORD);
    person.goes("/patients/" + patient.value());
    person.writes("要約に入る記事です。");
    person.press("投稿");
    assertThat(person.entry("要約に入る記事です。")).isVisible();
    person.tab("基本情報");
    person.press("患者要約を印刷");
    person.sees("連絡帳の記事");
    person.shot("print-summary");
    person.press("印刷用PDFを作る");
    List<String> pages = PaperText.printed(person, "browser-summary");
    assertThat(String.join("", pages))
        .contains("患者要約", "紙川 要", "0568-41-0003", "共有中", "印南 咲", "要約に入る記事です。")
        .contains("印刷の目的：引き継ぎ", "参照情報", "1 / " + pages.size() + " ページ");
    person.press("閉じる");
    person.press("患者要約を印刷");
    person.page.getByLabel("入れない").check();
    person.press("印刷用PDFを作る");
    assertThat(String.join("", PaperText.printed(person, "browser-summary-without")))
        .contains("紙川 要")
        .doesNotContain("要約に入る記事です。");
    assertThat(person.complaints()).isEmpty();
  }

  @Test
  void the_team_and_the_consent_form_are_printed_for_the_patient() throws IOException {
    PatientId patient =
        preparation.patient(nurse, Preparation.person("紙村", "渡", "かみむら", "わたる", "0568-41-0002"));
    Person person = Person.withPhone().signsIn(NURSE, Preparation.PASSWORD);
    person.goes("/patients/" + patient.value());
    person.tab("担当者");
    person.press("支援チーム一覧を印刷");
    person.shot("print-team");
    person.press("印刷用PDFを作る");
    assertThat(PaperText.printed(person, "browser-team").getFirst())
        .contains("支援チーム一覧", "紙村 渡 様", "印南 咲", "訪問看護");
    person.press("閉じる");

    person.tab("同意");
    person.press("同意書（様式第２）");
    person.press("印刷用PDFを作る");
    assertThat(PaperText.printed(person, "browser-consent"))
        .hasSize(2)
        .allSatisfy(copy -> assertThat(copy).contains("紙村 渡", "印南 咲", "同意署名"));
    person.press("閉じる");

    person.goes("/patients/new");
    person.press("同意書（様式第２）の用紙を印刷");
    assertThat(PaperText.printed(person, "browser-consent-blank")).hasSize(2);
    person.shot("print-consent-blank");
    assertThat(person.complaints()).isEmpty();
  }

  @Test
  void an_applicant_gets_the_form_by_the_address_of_the_application_alone() throws IOException {
    Person applicant = Person.atDesk();
    applicant.goes("/apply");
    applicant.type("施設名必須", "用紙薬局");
    applicant.type("郵便番号必須", "4850041");
    applicant.type("施設所在地必須", "小牧市小牧三丁目2番地");
    applicant.page.getByLabel("小牧市薬剤師会", new Page.GetByLabelOptions().setExact(true)).check();
    applicant.type("代表者名必須", "用紙 次郎");
    applicant.type("電話番号必須", "0568-00-0002");
    applicant.type("E-mail必須", "youshi@example.jp");
    applicant.page.locator("input[name=agreeTerms]").check();
    applicant.page.locator("input[name=agreePolicy]").check();
    applicant.press("申し込む");
    applicant.sees("申込みを受け付けました");
    applicant.shot("print-application");

    Matcher number = APPLICATION.matcher(applicant.page.url());
    assertThat(number.find()).isTrue();
    byte[] form = applicant.downloads(() -> applicant.link("様式第１（PDF）をダウンロード"));
    assertThat(PaperText.pages(form, "browser-application").getFirst())
        .contains("誓約書兼参加申込書", "用紙薬局", "用紙 次郎", "0568-00-0002");

    assertThat(
            applicant.page.request().get("/apply/app_00000000000000000000000001/form.pdf").status())
        .isEqualTo(404);
  }
}
