package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.audit.LogPeriod;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.query.FacilityQuestions;
import jp.tsunagaru.audit.query.FindLogReviewTasks;
import jp.tsunagaru.audit.query.GetLogReview;
import jp.tsunagaru.audit.query.ListReviewQuestions;
import jp.tsunagaru.audit.query.LogReviewDetail;
import jp.tsunagaru.audit.query.LogReviewTasks;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.operation.query.Compliance;
import jp.tsunagaru.operation.query.Control;
import jp.tsunagaru.operation.query.GetCompliance;
import jp.tsunagaru.operation.query.Light;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The access history is reviewed: auditor, facility administrator and city each do their part. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogReviewTest {
  private static final String AUDITOR = "tenken-kansa";
  private static final String ADMIN = "tenken-admin";
  private static final String NURSE = "tenken-kango";
  private static final long FIRST_ROW = -991_210;

  private final RunningApplication application = RunningApplication.get();
  private final Preparation preparation = Preparation.ofRunningApplication();
  private final JdbcClient jdbc = application.bean(JdbcClient.class);
  private final YearMonth month =
      YearMonth.now(application.bean(Clock.class).withZone(ZoneId.of("Asia/Tokyo")));
  private final YearMonth old = month.minusMonths(2);
  private Preparation.Worker admin;
  private Preparation.Worker nurse;
  private Preparation.Worker otherAdmin;
  private Preparation.Worker auditor;
  private PatientId patient;

  @BeforeAll
  void use_began_two_months_ago() {
    auditor =
        preparation.worker(
            preparation.city(),
            AUDITOR,
            new PersonName("点検", "署子", "てんけん", "しょこ"),
            Profession.MUNICIPAL_OFFICER,
            Role.CITY_AUDITOR);
    admin =
        preparation.facility(preparation.city(), "点検訪問看護", Affiliation.MEDICAL_ASSOCIATION, ADMIN);
    nurse =
        preparation.worker(
            admin, NURSE, new PersonName("点井", "道", "てんい", "みち"), Profession.NURSE, Role.CARE_USER);
    otherAdmin =
        preparation.facility(
            preparation.city(), "よその診療所", Affiliation.MEDICAL_ASSOCIATION, "tenken-yoso");
    patient =
        preparation.patient(nurse, Preparation.person("点井", "花代", "てんい", "はなよ", "0568-46-1111"));
    Instant then = old.atDay(10).atTime(3, 0).toInstant(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into view.access_log
              (position, event_id, at, account_id, facility_id, patient_id, action, result, kind)
            values (?, ?, ?, ?, ?, ?, 'GetTimeline', 'ALLOWED', 'VIEW')\
            """)
        .params(
            FIRST_ROW,
            "evt-of-old",
            then.atOffset(ZoneOffset.UTC),
            nurse.accountId().value(),
            nurse.facilityId().value(),
            patient.value())
        .update();
  }

  @AfterAll
  void as_if_use_began_today() {
    jdbc.sql("delete from view.access_log where position = ?").param(FIRST_ROW).update();
    jdbc.sql("delete from view.log_review where review_id = ?").param(of(old).value()).update();
  }

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  private static LogReviewId of(YearMonth month) {
    return LogReviewId.of(LogPeriod.of(month, 1));
  }

  private static String name(YearMonth month) {
    return month.getYear() + "年" + month.getMonthValue() + "月分";
  }

  @Test
  void a_late_review_is_seen_asked_answered_judged_and_signed() {
    assertThat(control().light()).isEqualTo(Light.RED);
    long late = control().figures().get(2);

    Person city = Person.atDesk().signsIn(RunningApplication.CITY_LOGIN, Preparation.PASSWORD);
    city.sees("期限を過ぎています");
    city.shot("log-review-city-start");
    city.link("点検を開く");
    city.sees("期間ごとの点検");
    assertThat(city.page.locator(".card", hasText(name(old)))).containsText("期限切れ");
    city.shot("log-review-city");

    Person auditing = Person.atDesk().signsIn(AUDITOR, Preparation.PASSWORD);
    auditing.sees("期限を過ぎています");
    auditing.shot("log-review-auditor-start");
    auditing.link("点検を開く");
    auditing.link(name(old));
    auditing.sees("まだ始まっていません");
    auditing.press("この期間の点検を始める");
    Locator sampled = auditing.page.locator(".review-row");
    assertThat(sampled.first()).containsText("点井 道");
    auditing.sees("すべての質問に所見が付いています");
    auditing.press("施設に確認を依頼する");
    auditing.page.locator("vaadin-combo-box input").click();
    auditing.page.keyboard().type("点検訪問看護");
    auditing.page.getByRole(AriaRole.OPTION).first().click();
    auditing.shot("log-review-ask-facility");
    auditing.confirm("依頼を送る");
    Locator question = auditing.page.locator(".review-question");
    assertThat(question).containsText("回答待ち");
    auditing.sees("まだ署名できません");

    Person admins = Person.atDesk().signsIn(ADMIN, Preparation.PASSWORD);
    admins.sees("監査担当者からの質問 1件");
    admins.shot("log-review-admin-start");
    admins.link("点検を開く");
    admins.sees("利用全体について");
    admins.doesNotSee("期間ごとの点検");
    admins.press("回答する");
    admins.type("回答", "退職者のIDは残っていません。");
    admins.confirm("回答を送る");
    assertThat(admins.page.locator(".card", hasText("利用全体について"))).containsText("回答済み");
    admins.shot("log-review-admin");

    auditing.page.reload();
    assertThat(question).containsText("退職者のIDは残っていません。");
    auditing.press("所見を付ける");
    auditing.type("所見", "台帳と一致した。");
    auditing.shot("log-review-finding");
    auditing.confirm("所見を記録する");
    assertThat(question).containsText("問題なし");
    auditing.press("署名する");
    auditing.type("点検の結果", "抜き取り1件と施設の確認。問題はない。");
    auditing.confirm("署名する");
    assertThat(auditing.page.locator(".page-head").first()).containsText("署名済み");
    auditing.sees("抜き取り1件と施設の確認。問題はない。");
    assertThat(auditing.button("所見を付ける")).hasCount(0);
    assertThat(auditing.button("質問する")).hasCount(0);
    auditing.shot("log-review-signed");
    auditing.page.setViewportSize(1024, 768);
    auditing.shot("log-review-signed");
    auditing.page.setViewportSize(390, 844);
    auditing.shot("log-review-signed");
    nothingSticksOut(auditing);
    auditing.page.setViewportSize(1280, 800);
    auditing.link("点検の一覧へ");
    assertThat(auditing.page.locator(".card", hasText(name(old)))).containsText("点検 署子");
    auditing.shot("log-review-list");
    auditing.page.setViewportSize(390, 844);
    auditing.shot("log-review-list");
    nothingSticksOut(auditing);

    assertThat(control().figures().get(2)).isEqualTo(late - 1);
    assertThat(auditing.complaints()).isEmpty();
    assertThat(admins.complaints()).isEmpty();
  }

  @Test
  void a_marked_access_is_questioned_and_becomes_an_incident() {
    Person nursing = Person.atDesk().signsIn(NURSE, Preparation.PASSWORD);
    nursing.sees("患者");
    nursing.goes("/patients/" + patient.value());
    nursing.sees("記事はまだありません");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            jdbc.sql(
                        """
                        select count(*) from view.access_log l
                         where l.account_id = ? and l.action = 'GetTimeline' and l.position > 0\
                        """)
                    .param(nurse.accountId().value())
                    .query(Long.class)
                    .single()
                > 0);

    Person auditing = Person.atDesk().signsIn(AUDITOR, Preparation.PASSWORD);
    auditing.sees("監査");
    auditing.goes("/log-review/" + of(month));
    auditing.press("この期間の点検を始める");
    auditing.tab("同姓");
    auditing.sees("操作した人と患者の姓が同じ操作です");
    Locator row =
        auditing
            .page
            .locator(".review-row", hasText("点井 道"))
            .filter(new Locator.FilterOptions().setHasText("連絡帳を表示"))
            .first();
    assertThat(row).containsText("点井 花代");
    auditing.shot("log-review-marks");
    row.getByText("質問する").click();
    auditing.shot("log-review-ask");
    auditing.confirm("質問を送る");
    Locator question = auditing.page.locator(".review-question");
    assertThat(question).containsText("回答待ち");
    assertThat(row).containsText("質問済み");
    auditing.sees("期間が終わってから");

    Person admins = Person.withPhone().signsIn(ADMIN, Preparation.PASSWORD);
    admins.sees("監査担当者からの質問");
    admins.goes("/log-review");
    Locator asked = admins.page.locator(".card", hasText("連絡帳を表示"));
    assertThat(asked).containsText("点井 道");
    assertThat(asked).containsText("回答待ち");
    assertThat(asked).not().containsText("花代");
    assertThat(asked).not().containsText("同姓");
    admins.shot("log-review-admin-access");
    nothingSticksOut(admins);
    asked.getByText("回答する").click();
    admins.type("回答", "担当ではない日に開いていました。");
    admins.shot("log-review-answer");
    admins.confirm("回答を送る");
    assertThat(asked).containsText("回答済み");

    auditing.page.reload();
    assertThat(question).containsText("担当ではない日に開いていました。");
    auditing.press("所見を付ける");
    auditing.page.getByText("事故として報告する").last().click();
    auditing.sees("契約事業者に届きます");
    auditing.type("所見", "業務外の閲覧の疑い。");
    auditing.shot("log-review-incident");
    auditing.confirm("所見を記録する");
    assertThat(question).containsText("事故として報告");
    auditing.page.setViewportSize(1024, 768);
    auditing.scrollsTo(question);
    auditing.shot("log-review-incident-card");
    auditing.link("事故の報告を開く");
    auditing.sees("業務外の閲覧の疑い。");

    // What the facility sees of it is that it answered.
    admins.page.reload();
    assertThat(asked).containsText("回答済み");
    assertThat(asked).not().containsText("業務外");
    assertThat(ask(otherAdmin.origin(), new ListReviewQuestions(), FacilityQuestions.class))
        .isEqualTo(new FacilityQuestions(List.of()));
    assertThat(
            jdbc.sql(
                    "select count(*) from view.access_log where account_id = ? and purpose = 'REVIEW'")
                .param(auditor.accountId().value())
                .query(Long.class)
                .single())
        .isPositive();
    assertThat(auditing.complaints()).isEmpty();
  }

  @Test
  void a_period_before_use_began_is_not_found_and_figures_are_each_ones_own() {
    assertThatThrownBy(() ->
            ask(
                auditor.origin(),
                new GetLogReview(of(month.minusMonths(40))),
                LogReviewDetail.class))
        .hasMessageContaining("NOT_FOUND");
    LogReviewTasks facility =
        ask(otherAdmin.origin(), new FindLogReviewTasks(), LogReviewTasks.class);
    assertThat(facility).isEqualTo(new LogReviewTasks(0, 0, 0, 0, 0));
    assertThat(ask(auditor.origin(), new FindLogReviewTasks(), LogReviewTasks.class).questions())
        .isZero();
  }

  private static com.microsoft.playwright.Page.LocatorOptions hasText(String text) {
    return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
  }

  private static void nothingSticksOut(Person person) {
    assertThat(
            (Boolean)
                person.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("nothing sticks out to the side")
        .isTrue();
  }

  private Control control() {
    Instant now = Instant.now();
    return ask(
            auditor.origin(),
            new GetCompliance(now.minus(Duration.ofDays(30)), now.plusSeconds(60)),
            Compliance.class)
        .controls()
        .stream()
        .filter(control -> control.id().equals("C-09"))
        .findFirst()
        .orElseThrow();
  }

  private <A> A ask(Origin origin, Object query, Class<A> type) {
    var answer =
        application
            .bean(QueryBus.class)
            .query(
                new GenericQueryMessage<>(query, ResponseTypes.instanceOf(type))
                    .withMetaData(MetaData.from(origin.toMetadata())))
            .join();
    if (answer.isExceptional()) {
      throw (RuntimeException) answer.exceptionResult();
    }
    return Objects.requireNonNull(answer.getPayload());
  }
}
