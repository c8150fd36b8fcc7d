package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.event.BreakGlassEvent;
import jp.tsunagaru.access.event.LawfulOpeningEvent;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.event.AccountEvent;
import jp.tsunagaru.attachment.event.AttachmentEvent;
import jp.tsunagaru.audit.event.LogReviewEvent;
import jp.tsunagaru.careteam.event.CareTeamEvent;
import jp.tsunagaru.consent.event.ConsentEvent;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.ApprovePurge;
import jp.tsunagaru.document.command.DeleteDocument;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.document.command.RequestPurge;
import jp.tsunagaru.document.event.DocumentEvent;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.event.FacilityEvent;
import jp.tsunagaru.form.event.FormEvent;
import jp.tsunagaru.incident.event.IncidentEvent;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.event.PatientEvent;
import jp.tsunagaru.retention.event.RetentionEvent;
import jp.tsunagaru.shell.view.Texts;
import jp.tsunagaru.support.event.SupportEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each of the nine questions of an auditor is answered on one screen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditQuestionsTest {
  private static final String AUDITOR = "kyumon-kansa";

  private final RunningApplication application = RunningApplication.get();
  private final Preparation preparation = Preparation.ofRunningApplication();
  private final JdbcClient jdbc = application.bean(JdbcClient.class);
  private final DocumentId kept = DocumentId.next();
  private final DocumentId destroyed = DocumentId.next();
  private Preparation.Worker nurse;
  private Preparation.Worker auditor;
  private PatientId patient;

  @BeforeAll
  void a_record_was_read_and_a_document_destroyed() {
    auditor =
        preparation.worker(
            preparation.city(),
            AUDITOR,
            new PersonName("九問", "答子", "きゅうもん", "とうこ"),
            Profession.MUNICIPAL_OFFICER,
            Role.CITY_AUDITOR);
    Preparation.Worker admin =
        preparation.facility(
            preparation.city(), "九問訪問看護", Affiliation.MEDICAL_ASSOCIATION, "kyumon-admin");
    nurse =
        preparation.worker(
            admin,
            "kyumon-kango",
            new PersonName("九野", "巡", "くの", "めぐる"),
            Profession.NURSE,
            Role.CARE_USER);
    preparation.issued(
        admin,
        "kyumon-misiyo",
        new PersonName("九里", "未使", "くり", "みし"),
        Profession.NURSE,
        Role.CARE_USER);
    patient =
        preparation.patient(nurse, Preparation.person("問田", "九枝", "といだ", "くえ", "0568-47-1111"));
    for (DocumentId document : List.of(kept, destroyed)) {
      preparation.send(
          nurse.origin(),
          new PostArticle(
              document,
              patient,
              LocalDate.now(application.bean(Clock.class)),
              new ArticleContent("", "体調は良い"),
              Set.of(),
              Visibility.TEAM,
              List.of()));
    }
    preparation.send(
        nurse.origin(), new DeleteDocument(destroyed, patient, DeletionReason.WRONG_PATIENT, ""));
    preparation.send(nurse.origin(), new RequestPurge(destroyed, patient));
    preparation.send(admin.origin(), new ApprovePurge(destroyed));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            number("select count(*) from view.deed where aggregate_id = ?", destroyed.value()) == 4
                && number("select count(*) from view.account where login_id = ?", "kyumon-misiyo")
                    == 1
                && number(
                        "select count(*) from view.timeline_entry where document_id = ?",
                        destroyed.value())
                    == 0);
    jdbc.sql("update view.account set issued_at = now() - interval '100 days' where login_id = ?")
        .param("kyumon-misiyo")
        .update();
  }

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void what_the_board_counts_leads_to_the_records_of_that_month() {
    Person asking = Person.atDesk().signsIn(AUDITOR, Preparation.PASSWORD);
    asking.sees("監査");
    asking.goes("/compliance");
    Locator measured =
        asking
            .page
            .locator(".control-row")
            .filter(new Locator.FilterOptions().setHasText("アクセス記録（だれが"));
    measured.getByText("根拠を見る").click();

    assertThat(asking.page).hasURL(Pattern.compile("/compliance/C-08\\?month="));
    assertThat(asking.page.locator(".answer-sentence")).containsText("記録しています");
    assertThat(asking.page.locator(".answer-row").first()).isVisible();
    asking.link("監査：この管理策の操作の一覧");
    assertThat(asking.page).hasURL(Pattern.compile("/audit\\?.*from=.*-01&to="));
    assertThat(asking.page.locator(".access-row").first()).isVisible();
    asking.shot("evidence-of-control");
    asking.goes("/compliance");
    asking
        .page
        .locator(".control-row")
        .filter(new Locator.FilterOptions().setHasText("90日以上使われていない"))
        .getByText("根拠を見る")
        .click();
    assertThat(asking.page.locator(".answer-sentence")).containsText("黄：注意");
    assertThat(asking.page.locator(".answer-row").first()).containsText("要確認");
    asking.link("監査の質問への答え");
    assertThat(asking.page).hasURL(Pattern.compile("/audit-questions/unused"));
    assertThat(asking.complaints()).isEmpty();
  }

  @Test
  void each_question_has_its_answer_on_one_screen() {
    Person nursing = Person.atDesk().signsIn("kyumon-kango", Preparation.PASSWORD);
    nursing.sees("患者");
    nursing.goes("/patients/" + patient.value());
    nursing.sees("体調は良い");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            number(
                    "select count(*) from view.access_log where action = 'GetTimeline' and"
                        + " patient_id = ?",
                    patient.value())
                > 0);

    Person asking = Person.atDesk().signsIn(AUDITOR, Preparation.PASSWORD);
    asking.sees("監査");
    asking.goes("/audit-questions");
    assertThat(asking.page.locator(".question-cards .card")).hasCount(9);
    asking.shot("audit-questions");
    asking.page.setViewportSize(390, 844);
    asking.shot("audit-questions");
    asking.page.setViewportSize(1280, 800);
    Locator sentence = asking.page.locator(".answer-sentence");
    Locator rows = asking.page.locator(".answer-row");

    // 1 who saw the patient
    asking.link("1. この患者の記録を");
    asking.type("患者", "といだ くえ");
    asking.press("検索");
    asking.choosesSubject("問田 九枝");
    assertThat(sentence).containsText("1人が見ました");
    assertThat(rows.first()).containsText("九野 巡");
    assertThat(rows.first()).containsText("九問訪問看護");
    assertThat(rows.first()).containsText("同意");
    assertThat(rows.first()).containsText("登録");
    shots(asking, "audit-question-viewers");
    asking.page.reload();
    assertThat(sentence).containsText("1人が見ました");
    asking.link("記録を見る");
    assertThat(asking.page.locator(".access-row").nth(1)).containsText("九野 巡");

    // 2 what somebody did on a day
    asking.goes("/audit-questions/deeds?id=" + nurse.accountId().value());
    assertThat(sentence).containsText("件の操作を記録しています");
    assertThat(rows.filter(having("記事の投稿"))).hasCount(2);
    assertThat(rows.filter(having("完全削除の申請"))).hasCount(1);
    assertThat(rows.filter(having("連絡帳を表示")).first()).containsText("問田 九枝");
    shots(asking, "audit-question-deeds");

    // 3 accounts that nobody uses
    asking.goes("/audit-questions/unused");
    assertThat(rows.filter(having("kyumon-misiyo"))).containsText("一度もありません");
    assertThat(rows.filter(having("kyumon-kango"))).hasCount(0);
    asking.shot("audit-question-unused");
    asking.type("ログインのない日数", "150");
    asking.press("答えを表示");
    assertThat(sentence).containsText("150日以上");
    assertThat(rows.filter(having("kyumon-misiyo"))).hasCount(0);

    // 4 what is not known is said to be unknown
    asking.goes("/audit-questions/education");
    assertThat(sentence).containsText("分かりません");
    assertThat(sentence).containsText("遅れていないとも言えません");
    asking.shot("audit-question-education");

    // 5 emergencies
    asking.goes("/audit-questions/emergency");
    assertThat(sentence).containsText("期間中の緊急閲覧は");
    asking.shot("audit-question-emergency");

    // 6 the log of a month
    asking.goes("/audit-questions/proof");
    assertThat(sentence).hasCount(0);
    asking.press("答えを表示");
    assertThat(sentence).containsText("この月の記録はありません");
    LocalDate today = LocalDate.now(application.bean(Clock.class));
    asking.choose("月", today.getYear() + "年" + today.getMonthValue() + "月");
    asking.press("答えを表示");
    assertThat(sentence).containsText("改変なし");
    assertThat(asking.page.locator(".card").filter(having("閲覧の記録")).last())
        .containsText("書き換えられた記録");
    shots(asking, "audit-question-proof");

    // 7 consent and signature
    asking.goes("/audit-questions/consent?id=" + patient.value());
    assertThat(sentence).containsText("問田 九枝さんが署名しました");
    asking.sees("説明 花子");
    shots(asking, "audit-question-consent");

    // 8 a destroyed document
    asking.goes("/audit-questions/purge");
    asking.type("文書の番号", "doc_1");
    asking.press("答えを表示");
    asking.sees("doc_ で始まる30文字の番号を入れてください");
    asking.type("文書の番号", destroyed.value());
    asking.press("答えを表示");
    assertThat(sentence).containsText("消去済み");
    assertThat(rows).hasCount(4);
    assertThat(rows.last()).containsText("完全削除");
    asking.sees("破壊しました");
    shots(asking, "audit-question-purge");
    asking.type("文書の番号", kept.value());
    asking.press("答えを表示");
    assertThat(sentence).containsText("この文書は削除されていません");

    // 9 the review of the last month
    asking.goes("/audit-questions/review");
    assertThat(sentence).hasCount(1);
    assertThat(rows.first()).containsText("月分");
    asking.shot("audit-question-review");
    assertThat(asking.complaints()).isEmpty();

    for (String action :
        List.of(
            "ListViewersOf",
            "ListDeedsOf",
            "ListUnusedAccounts",
            "ListOverdueEducation",
            "ListOpenings",
            "GetLogProof",
            "FindConsentProof",
            "FindPurgeProof",
            "ListLogReviews")) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() ->
              jdbc.sql("select count(*) from view.access_log where account_id = ? and action = ?")
                      .params(auditor.accountId().value(), action)
                      .query(Long.class)
                      .single()
                  > 0);
    }
  }

  @Test
  void every_change_has_a_name() {
    assertThat(
            Stream.of(
                    RetentionEvent.class,
                    FacilityEvent.class,
                    DocumentEvent.class,
                    AttachmentEvent.class,
                    FormEvent.class,
                    IncidentEvent.class,
                    LogReviewEvent.class,
                    AccountEvent.class,
                    BreakGlassEvent.class,
                    LawfulOpeningEvent.class,
                    SupportEvent.class,
                    CareTeamEvent.class,
                    PatientEvent.class,
                    ConsentEvent.class)
                .flatMap(contents -> Arrays.stream(contents.getPermittedSubclasses()))
                .map(Class::getSimpleName))
        .allSatisfy(name -> assertThat(Texts.find("audit.deed." + name)).as(name).isPresent());
  }

  private static void shots(Person person, String name) {
    person.shot(name);
    person.page.setViewportSize(1024, 768);
    person.shot(name);
    person.page.setViewportSize(390, 844);
    person.shot(name);
    assertThat(
            (Boolean)
                person.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("nothing sticks out to the side")
        .isTrue();
    person.page.setViewportSize(1280, 800);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private long number(String sql, String value) {
    return jdbc.sql(sql).param(value).query(Long.class).single();
  }
}
