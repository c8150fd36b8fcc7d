package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.audit.FiscalQuarter;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.operation.query.Compliance;
import jp.tsunagaru.operation.query.Control;
import jp.tsunagaru.operation.query.GetCompliance;
import jp.tsunagaru.operation.query.Light;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each quarter a facility confirms its accounts and rights, and the city sees who is late. */
class AttestationTest {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final RunningApplication application = RunningApplication.get();
  private final Preparation preparation = Preparation.ofRunningApplication();
  private final JdbcClient jdbc = application.bean(JdbcClient.class);
  private final FiscalQuarter quarter =
      FiscalQuarter.of(LocalDate.ofInstant(application.bean(Clock.class).instant(), JAPAN));

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void an_administrator_answers_for_every_account_corrects_one_and_signs_once() {
    Preparation.Worker admin = facility("棚卸訪問看護", "tana-admin");
    Preparation.Worker nurse =
        preparation.worker(
            admin,
            "tana-kango",
            new PersonName("棚田", "看子", "たなだ", "かんこ"),
            Profession.NURSE,
            Role.CARE_USER);
    preparation.worker(
        admin,
        "tana-kaigo",
        new PersonName("蔵田", "介", "くらた", "かい"),
        Profession.HOME_HELPER,
        Role.CARE_USER);
    preparation.patient(nurse, Preparation.person("秘田", "花代", "ひでん", "はなよ", "0568-46-2290"));

    Person admins = Person.atDesk().signsIn("tana-admin", Preparation.PASSWORD);
    admins.sees("の期限は");
    admins.shot("attestation-start");
    admins.link("棚卸しを開く");
    admins.sees("利用者 3人のうち 0人を確認しました");
    admins.sees("確認していない利用者が 3人います");
    assertThat(admins.button("署名する")).hasCount(0);
    Locator ofNurse = account(admins, "棚田 看子");
    assertThat(ofNurse).containsText("担当する患者1件");
    assertThat(ofNurse).containsText("最も強い権限削除");
    admins.doesNotSee("秘田");
    admins.shot("attestation-open");

    admins.press("棚田 看子さんを要是正にする");
    admins.page.getByText("要是正: 権限が多すぎる").last().click();
    admins.shot("attestation-correct");
    admins.confirm("要是正にする");
    assertThat(ofNurse).containsText("要是正: 権限が多すぎる");
    assertThat(ofNurse).containsText("グループを開く");

    Locator ofCarer = account(admins, "蔵田 介");
    admins.press("蔵田 介さんを要是正にする");
    admins.confirm("要是正にする");
    assertThat(ofCarer).containsText("要是正: ユーザーIDが不要");
    admins.press("利用を停止する");
    admins.sees("利用を停止しますか");
    admins.shot("attestation-stop");
    admins.confirm("停止する");
    assertThat(ofCarer).hasCount(0);

    admins.press("代表 太郎さんを必要と確認する");
    admins.sees("全員を確認しました");

    // Another account comes in before the signature.
    preparation.issued(
        admin,
        "tana-shin",
        new PersonName("新井", "入", "あらい", "いる"),
        Profession.HOME_HELPER,
        Role.CARE_USER);
    admins.press("署名する");
    admins.confirm("署名する");
    admins.sees("確認していない利用者が残っています。まだ署名していません");
    admins.page.reload();
    assertThat(account(admins, "新井 入")).containsText("未確認");
    admins.press("新井 入さんを必要と確認する");
    admins.sees("全員を確認しました");
    admins.shot("attestation-ready");

    Person late = Person.withPhone().signsIn("tana-admin", Preparation.PASSWORD);
    late.sees("の期限は");
    late.goes("/attestation");
    late.sees("全員を確認しました");
    nothingSticksOut(late);
    late.shot("attestation-ready");

    admins.press("署名する");
    admins.confirm("署名する");
    admins.sees("次の期限");
    admins.sees("必要 2人、要是正 2人");
    assertThat(admins.button("署名する")).hasCount(0);
    assertThat(admins.button("棚田 看子さんを必要と確認する")).hasCount(0);
    assertThat(ofNurse).containsText("グループを開く");
    admins.shot("attestation-signed");

    late.press("署名する");
    late.confirm("署名する");
    late.sees("すでに署名されています");
    late.sees("次の期限");
    late.page.evaluate("document.querySelectorAll('vaadin-notification').forEach(n => n.close())");
    late.shot("attestation-signed");
    admins.goes("/staff");
    admins.sees("棚卸しで要是正とした利用者が 1人残っています");
    assertThat(admins.complaints()).isEmpty();
    assertThat(late.complaints()).isEmpty();
  }

  @Test
  void what_changed_since_the_last_signature_catches_the_eye() {
    Preparation.Worker admin = facility("前回診療所", "zenkai-admin");
    Preparation.Worker nurse =
        preparation.worker(
            admin,
            "zenkai-kango",
            new PersonName("前田", "看子", "まえだ", "かんこ"),
            Profession.NURSE,
            Role.CARE_USER);
    preparation.patient(nurse, Preparation.person("隠岐", "花代", "おき", "はなよ", "0568-46-2291"));
    Preparation.Worker calm =
        preparation.worker(
            admin,
            "zenkai-kaigo",
            new PersonName("平井", "穏", "ひらい", "おん"),
            Profession.HOME_HELPER,
            Role.CARE_USER);
    preparation.worker(
        admin,
        "zenkai-shin",
        new PersonName("新田", "来", "にった", "らい"),
        Profession.HOME_HELPER,
        Role.CARE_USER);
    FiscalQuarter former = FiscalQuarter.of(quarter.first().minusDays(1));
    answered(admin, former, "NEEDED", "OFFICE_CLERK", "{FACILITY_ADMIN}", "{}");
    answered(calm, former, "NEEDED", "HOME_HELPER", "{CARE_USER}", "{}");
    answered(nurse, former, "STOP_ACCOUNT", "NURSE", "{CARE_USER}", "{VIEW}");
    signed(admin, former);

    Person admins = Person.atDesk().signsIn("zenkai-admin", Preparation.PASSWORD);
    admins.goes("/attestation");
    Locator ofNurse = account(admins, "前田 看子");
    assertThat(ofNurse).containsText("前回の要是正が残っています");
    assertThat(ofNurse).containsText("増えた権限");
    assertThat(ofNurse).containsText("担当する患者 0件 → 1件");
    assertThat(account(admins, "新田 来")).containsText("新しい利用者");
    assertThat(account(admins, "平井 穏")).not().containsText("新しい");
    admins.shot("attestation-changes");
    admins.page.setViewportSize(390, 844);
    nothingSticksOut(admins);
    admins.shot("attestation-changes");
    admins.page.setViewportSize(1280, 800);
    admins.press("変わりのない2人をまとめて「必要」にする");
    admins.confirm("必要と確認する");
    admins.sees("利用者 4人のうち 2人を確認しました");
    assertThat(account(admins, "平井 穏")).not().containsText("未確認");
    assertThat(ofNurse).containsText("未確認");
    assertThat(admins.complaints()).isEmpty();
  }

  @Test
  void the_city_sees_who_is_late_and_answers_for_its_own_office() {
    Preparation.Worker late = facility("遅延訪問看護", "chien-admin");
    preparation.worker(
        preparation.city(),
        "tana-kansa",
        new PersonName("棚監", "査子", "たなかん", "さこ"),
        Profession.MUNICIPAL_OFFICER,
        Role.CITY_AUDITOR);
    assertThat(control().light()).isEqualTo(Light.AMBER);
    long before = control().figures().get(2);
    OffsetDateTime registered = registered(late.facilityId(), OffsetDateTime.now().minusYears(1));
    try {
      assertThat(control().light()).isEqualTo(Light.RED);
      assertThat(control().figures().get(2)).isEqualTo(before + 1);

      Person admins = Person.withPhone().signsIn("chien-admin", Preparation.PASSWORD);
      admins.sees("を過ぎています");
      admins.shot("attestation-late");

      Person city = Person.atDesk().signsIn(RunningApplication.CITY_LOGIN, Preparation.PASSWORD);
      city.sees("権限の棚卸しの期限を過ぎた施設が");
      city.goes("/compliance");
      city.page.locator(".control-row", hasText("職種・職務による権限と確認")).locator("a").click();
      assertThat(city.page.locator(".answer-row").first()).containsText("期限切れ");
      city.shot("control-evidence-C-07");
      city.page.locator(".evidence-screens a").click();
      city.sees("市の利用者の棚卸し");
      Locator facility = city.page.locator(".facility-attestation", hasText("遅延訪問看護"));
      assertThat(facility).containsText("期限切れ");
      assertThat(facility).containsText("まだ一度も署名されていません");
      city.press("棚監 査子さんを必要と確認する");
      assertThat(account(city, "棚監 査子")).not().containsText("未確認");
      city.shot("attestation-city");
      city.scrollsTo(facility);
      city.shot("attestation-city-list");
      city.page.setViewportSize(390, 844);
      nothingSticksOut(city);
      city.scrollsTo(facility);
      city.shot("attestation-city-list");

      Person auditing = Person.atDesk().signsIn("tana-kansa", Preparation.PASSWORD);
      auditing.goes("/attestation");
      auditing.sees("施設ごとの状況");
      auditing.doesNotSee("市の利用者の棚卸し");
      auditing.shot("attestation-auditor");
      assertThat(city.complaints()).isEmpty();
    } finally {
      registered(late.facilityId(), registered);
    }
  }

  private Preparation.Worker facility(String name, String login) {
    return preparation.facility(preparation.city(), name, Affiliation.MEDICAL_ASSOCIATION, login);
  }

  private OffsetDateTime registered(FacilityId facility, OffsetDateTime at) {
    OffsetDateTime former =
        jdbc.sql("select registered_at from view.facility where facility_id = ?")
            .param(facility.value())
            .query(OffsetDateTime.class)
            .single();
    jdbc.sql("update view.facility set registered_at = ? where facility_id = ?")
        .params(at, facility.value())
        .update();
    return former;
  }

  private void answered(
      Preparation.Worker worker,
      FiscalQuarter in,
      String verdict,
      String profession,
      String roles,
      String rights) {
    jdbc.sql(
            """
            insert into view.rights_confirmation
              (facility_id, fiscal_year, quarter, account_id, verdict, profession, roles, rights,
               teams, groups, confirmed_by, confirmed_at)
            values (?, ?, ?, ?, ?, ?, ?::text[], ?::text[], 0, 0, '', now())\
            """)
        .params(
            worker.facilityId().value(),
            in.year(),
            in.quarter(),
            worker.accountId().value(),
            verdict,
            profession,
            roles,
            rights)
        .update();
  }

  private void signed(Preparation.Worker worker, FiscalQuarter in) {
    jdbc.sql(
            """
            insert into view.attestation
              (facility_id, fiscal_year, quarter, needed, to_correct, signed_by, signed_at)
            values (?, ?, ?, 2, 1, ?, now())\
            """)
        .params(worker.facilityId().value(), in.year(), in.quarter(), worker.accountId().value())
        .update();
  }

  private static Locator account(Person person, String name) {
    return person.page.locator(".attested-account", hasText(name));
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
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
    var answer =
        application
            .bean(QueryBus.class)
            .query(
                new GenericQueryMessage<>(
                        new GetCompliance(now.minus(Duration.ofDays(30)), now.plusSeconds(60)),
                        ResponseTypes.instanceOf(Compliance.class))
                    .withMetaData(MetaData.from(preparation.city().origin().toMetadata())))
            .join();
    return Objects.requireNonNull(answer.getPayload()).controls().stream()
        .filter(control -> control.id().equals("C-07"))
        .findFirst()
        .orElseThrow();
  }
}
