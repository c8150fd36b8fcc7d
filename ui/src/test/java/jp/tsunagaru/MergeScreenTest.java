package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.command.DraftForm;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.CorrectBasicInfo;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A physician, a visiting nurse and a care manager of three facilities: one patient registered
 * twice, made one course and taken apart again (PT-09).
 */
class MergeScreenTest {
  private final RunningApplication application = RunningApplication.get();
  private final Preparation preparation = Preparation.ofRunningApplication();

  @Test
  void two_records_become_one_course_for_those_who_see_both_and_two_again() throws IOException {
    Preparation.Worker doctor = worker("nijuu-i", "双葉医院", Profession.PHYSICIAN, "双葉");
    Preparation.Worker nurse = worker("nijuu-k", "双海訪問看護", Profession.NURSE, "双海");
    Preparation.Worker manager = worker("nijuu-c", "双木居宅", Profession.CARE_MANAGER, "双木");
    BasicInfo info = Preparation.person("二重", "ハル", "にじゅう", "はる", "0568-00-7050");
    PatientId main = preparation.patient(doctor, info, manager);
    PatientId under = preparation.patient(nurse, info, manager);
    preparation.send(
        nurse.origin(), new CorrectBasicInfo(under, 1, with(info, "0568-00-7051", "えび・かに")));
    preparation.extend(nurse, under, 0, Map.of("homeAccess", List.of("裏口からお入りください")));
    post(doctor, main, "往診しました。");
    post(nurse, under, "訪問しました。");

    Person care = Person.atDesk();
    care.signsIn("nijuu-c", Preparation.PASSWORD);
    assertThat(care.rowOf("二重 ハル")).hasCount(2);
    care.goes("/patients/" + main.value());
    care.sees("往診しました。");
    care.sees("同姓同名に注意");
    care.tab("基本情報");
    care.press("二重登録の統合");
    care.sees("両方の経過が1つに見える人（1人）");
    care.sees("いま開いている記録だけが見える人（1人）");
    care.sees("相手の記録だけが見える人（1人）");
    assertThat(care.button("統合する")).isEnabled();
    care.shot("merge-preview");
    care.press("統合する");
    care.sees("2つの記録を統合しました。");
    care.tab("連絡帳");
    assertThat(care.entry("訪問しました。")).isVisible();
    assertThat(care.entry("訪問しました。")).containsText("統合した記録");
    assertThat(care.entry("往診しました。")).isVisible();
    care.doesNotSee("同姓同名に注意");
    care.shot("merged");
    care.page.setViewportSize(390, 844);
    care.shot("merged");
    care.page.setViewportSize(1280, 800);

    // What either facility writes from now on arrives there too, while the page is open.
    post(nurse, under, "統合のあとの訪問です。");
    assertThat(care.entry("統合のあとの訪問です。")).isVisible();

    // The forms of both are listed; what stays apart says where the other part is.
    draft(doctor, main);
    draft(nurse, under);
    care.tab("文書・様式");
    care.sees("統合した記録（双海訪問看護）の様式");
    assertThat(care.page.locator(".form-list .card")).hasCount(2);
    care.shot("merged-forms");
    care.page.locator(".other-forms .form-open").click();
    assertThat(care.page).hasURL(Pattern.compile(under.value() + "/forms"));
    care.goes("/patients/" + main.value() + "/basic");
    care.sees("統合した記録（双海訪問看護）の基本情報で、この記録にない内容");
    Locator merged = care.page.locator(".merged-values");
    assertThat(merged.locator("dt")).hasText(new String[] {"電話番号", "アレルギー・禁忌"});
    assertThat(merged).containsText("双海 太郎（双海訪問看護）");
    care.shot("merged-basic");
    care.page.setViewportSize(390, 844);
    care.shot("merged-basic");
    care.page.setViewportSize(1280, 800);

    // The sheet to hand on has both, and says where from.
    care.press("患者要約を印刷");
    care.press("印刷用PDFを作る");
    assertThat(String.join("", PaperText.printed(care, "merged-summary")))
        .contains("同じ方のほかの記録にある情報（双海訪問看護", "えび・かに", "0568-00-7051")
        .contains("往診しました。", "統合のあとの訪問です。");
    care.press("閉じる");
    tracesOf(manager, under, "PrintSummary");

    // A value is taken over by the ordinary command: it stands here then, with its history.
    care.press("「アレルギー・禁忌」を取り込む");
    care.sees("未入力 → えび・かに");
    care.shot("merged-take");
    care.confirm("取り込む");
    care.sees("アレルギー・禁忌：えび・かに");
    assertThat(merged.locator("dt")).hasText(new String[] {"電話番号"});
    care.press("変更履歴");
    care.sees("第2版");
    care.press("閉じる");
    care.tab("拡張情報");
    care.sees("統合した記録（双海訪問看護）の拡張情報で、この記録にない内容");
    care.shot("merged-extended");
    care.page.setViewportSize(390, 844);
    care.shot("merged-extended");
    care.page.setViewportSize(1280, 800);
    care.page.locator(".merged-values vaadin-button").first().click();
    care.confirm("取り込む");
    care.sees("統合した記録（双海訪問看護）の拡張情報に、この記録にない内容はありません。");
    assertThat(care.page.locator(".form-section .extended-value:text-is('裏口からお入りください')"))
        .isVisible();
    tracesOf(manager, under, "GetBasicInfoSources");
    tracesOf(manager, under, "GetExtendedInfo");

    // The other page shows what it lacks, and where it is written.
    care.link("もう一方の拡張情報を開く");
    assertThat(care.page).hasURL(Pattern.compile(under.value() + "/extended"));
    care.goes("/patients/" + under.value() + "/basic");
    care.sees("これから使う記録（双葉医院）の基本情報で、この記録にない内容");
    assertThat(merged.locator("dt")).hasText(new String[] {"電話番号"});
    assertThat(merged.locator("vaadin-button")).hasCount(0);

    Person physician = Person.atDesk();
    physician.signsIn("nijuu-i", Preparation.PASSWORD);
    assertThat(physician.rowOf("二重 ハル")).hasCount(1);
    physician.rowOf("二重 ハル").click();
    assertThat(physician.entry("往診しました。")).isVisible();
    physician.doesNotSee("訪問しました。");
    physician.doesNotSee("統合");

    Person visiting = Person.withTablet();
    visiting.signsIn("nijuu-k", Preparation.PASSWORD);
    visiting.rowOf("二重 ハル").click();
    assertThat(visiting.entry("訪問しました。")).isVisible();
    visiting.doesNotSee("往診しました。");
    visiting.doesNotSee("統合済み");

    care.goes("/patients");
    assertThat(care.rowOf("統合済み")).hasCount(1);
    care.shot("merged-list");
    care.rowOf("統合済み").click();
    assertThat(care.entry("往診しました。")).isVisible();
    care.press("統合を元に戻す");
    care.confirm("統合を元に戻す");
    care.sees("2つの記録を別々に戻しました。");
    assertThat(care.entry("訪問しました。")).hasCount(0);
    care.tab("基本情報");
    care.sees("えび・かに");
    care.doesNotSee("0568-00-7051");
    assertThat(care.page.locator(".merged-values")).hasCount(0);
    care.tab("連絡帳");
    assertThat(care.entry("往診しました。")).isVisible();
    care.goes("/patients/" + under.value());
    assertThat(care.entry("統合のあとの訪問です。")).isVisible();
    assertThat(care.complaints()).isEmpty();
    Stream.of(care, physician, visiting).forEach(Person::close);
  }

  private Preparation.Worker worker(
      String login, String facility, Profession profession, String family) {
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), facility, Affiliation.MEDICAL_ASSOCIATION, login + "-admin");
    return preparation.worker(
        administrator,
        login,
        new PersonName(family, "太郎", "ふた", "たろう"),
        profession,
        Role.CARE_USER);
  }

  /** Reads of the other record stand in its own history, on the manager's own ground there. */
  private void tracesOf(Preparation.Worker reader, PatientId patientId, String action) {
    await()
        .untilAsserted(() ->
            assertThat(
                    application
                        .bean(JdbcClient.class)
                        .sql(
                            """
                            select count(*) from view.access_log
                             where patient_id = ? and account_id = ? and action = ?
                            """)
                        .param(patientId.value())
                        .param(reader.accountId().value())
                        .param(action)
                        .query(Integer.class)
                        .single())
                .isPositive());
  }

  private static BasicInfo with(BasicInfo info, String phone, String allergies) {
    return new BasicInfo(
        info.familyName(),
        info.givenName(),
        info.familyKana(),
        info.givenKana(),
        info.gender(),
        info.birthDate(),
        info.postalCode(),
        info.address(),
        List.of(phone),
        info.emergencyContacts(),
        info.insurerNumber(),
        info.insuredNumber(),
        info.careLevel(),
        info.careLevelFrom(),
        info.careLevelTo(),
        info.physician(),
        info.careManager(),
        allergies);
  }

  private void draft(Preparation.Worker author, PatientId patientId) {
    preparation.send(
        author.origin(),
        new DraftForm(
            DocumentId.next(),
            patientId,
            0,
            "HK16-2024",
            FormValues.NONE.with("patientName", "二重 ハル")));
  }

  private void post(Preparation.Worker author, PatientId patientId, String text) {
    preparation.send(
        author.origin(),
        new PostArticle(
            DocumentId.next(),
            patientId,
            LocalDate.now(application.bean(Clock.class)),
            new ArticleContent("", text),
            Set.of(),
            Visibility.TEAM,
            List.of()));
  }
}
