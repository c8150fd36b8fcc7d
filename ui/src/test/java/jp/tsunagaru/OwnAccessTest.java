package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.incident.AffectedRecord;
import jp.tsunagaru.incident.IncidentContent;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.IncidentKind;
import jp.tsunagaru.incident.command.ReportIncident;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person asks who saw the record, and gets it on paper. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnAccessTest {
  private static final String NURSE = "honnin-kango";
  private static final String SECOND = "honnin-kango2";
  private static final String PHARMACIST = "honnin-yakuzai";
  private static final String ADMIN = "honnin-admin";
  private static final String STRANGER = "honnin-yoso";

  private final Preparation preparation = Preparation.ofRunningApplication();
  private Preparation.Worker nurse;
  private Preparation.Worker second;
  private Preparation.Worker pharmacist;

  @BeforeAll
  void a_team_of_two_facilities() {
    Preparation.Worker admin =
        preparation.facility(
            preparation.city(), "ほんにん訪問看護", Affiliation.MEDICAL_ASSOCIATION, ADMIN);
    nurse = worker(admin, NURSE, "本人", "見子", Profession.NURSE);
    second = worker(admin, SECOND, "本人", "聞子", Profession.NURSE);
    Preparation.Worker pharmacy =
        preparation.facility(
            preparation.city(), "ほんにん薬局", Affiliation.PHARMACIST_ASSOCIATION, "honnin-yadmin");
    pharmacist = worker(pharmacy, PHARMACIST, "薬野", "渡", Profession.PHARMACIST);
    preparation.facility(preparation.city(), "よその歯科", Affiliation.DENTAL_ASSOCIATION, STRANGER);
  }

  private Preparation.Worker worker(
      Preparation.Worker admin, String login, String family, String given, Profession profession) {
    return preparation.worker(
        admin, login, new PersonName(family, given, "ほん", "にん"), profession, Role.CARE_USER);
  }

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void somebody_of_the_team_prints_the_list_which_the_person_asked_for() throws IOException {
    PatientId patient =
        preparation.patient(
            nurse, Preparation.person("求野", "知代", "もとの", "ちよ", "0568-46-0001"), second, pharmacist);
    Person writer = Person.atDesk().signsIn(NURSE, Preparation.PASSWORD);
    writer.sees("患者");
    writer.goes("/patients/" + patient.value());
    writer.writes("きょうは足のむくみが引いています。");
    writer.press("投稿");
    assertThat(writer.entry("きょうは足の")).isVisible();
    opens(SECOND, patient);
    opens(PHARMACIST, patient);
    await().atMost(Duration.ofSeconds(20)).until(() -> accounts(patient) == 3);

    writer.tab("同意");
    writer.press("見た人の一覧を印刷");
    writer.sees("法定代理人・委任を受けた人");
    assertThat(writer.button("印刷用PDFを作る")).isDisabled();
    writer.tick("本人・家族から直接");
    writer.tick("本人確認書類で確かめた");
    writer.shot("own-access-dialog");
    writer.page.setViewportSize(1024, 768);
    writer.shot("own-access-dialog");
    writer.page.setViewportSize(390, 844);
    writer.shot("own-access-dialog");
    writer.page.setViewportSize(1280, 800);
    writer.confirm("印刷用PDFを作る");
    List<String> pages = PaperText.printed(writer, "browser-own-access");

    assertThat(pages.getFirst())
        .contains("あなたの記録を見た人の一覧", "求野 知代 様")
        .contains("ほんにん訪問看護", "看護師（1人目）", "看護師（2人目）", "見た・書いた", "ほんにん薬局", "薬剤師")
        .contains("2か所の施設などの 3人")
        .doesNotContain("聞子")
        .doesNotContain("薬野");
    writer.press("閉じる");
    writer.shot("own-access-consent");
    assertThat(request(patient)).containsExactly("PrintOwnAccess");

    // An incident about the patient: from now on the city decides.
    preparation.send(
        nurse.origin(),
        new ReportIncident(
            IncidentId.next(),
            IncidentKind.MISDIRECTED,
            Instant.now().minusSeconds(60),
            null,
            List.of(new AffectedRecord(patient, null)),
            new IncidentContent("別の人に送った", "", "", "patients")));
    await().atMost(Duration.ofSeconds(20)).until(() -> incidents(patient) == 1);
    writer.press("見た人の一覧を印刷");
    writer.tick("本人・家族から直接");
    writer.tick("本人確認書類で確かめた");
    writer.confirm("印刷用PDFを作る");
    writer.sees("いまは市の窓口でお渡しします");
    writer.shot("own-access-ask-the-city");

    Person city = Person.atDesk().signsIn(RunningApplication.CITY_LOGIN, Preparation.PASSWORD);
    city.link("見た人の一覧");
    city.type("氏名またはふりがな（全部）", "もとの");
    city.type("生年月日", "S22.7.5");
    city.press("検索");
    city.sees("見つかりません。");
    city.type("氏名またはふりがな（全部）", "もとの ちよ");
    city.press("検索");
    city.sees("求野 知代");
    city.shot("own-access-desk");
    city.page.setViewportSize(1024, 768);
    city.shot("own-access-desk");
    city.page.setViewportSize(390, 844);
    city.shot("own-access-desk");
    city.page.setViewportSize(1280, 800);
    city.press("見た人の一覧を印刷");
    city.sees("事故の対応が終わっていません");
    city.tick("市の窓口を通じて");
    city.tick("代理人の書類で確かめた");
    city.confirm("印刷用PDFを作る");
    city.sees("代理人の氏名を入れてください。");
    city.type("代理人の氏名（代理人のとき）", "求野 一郎");
    city.shot("own-access-desk-dialog");
    city.confirm("印刷用PDFを作る");
    assertThat(PaperText.printed(city, "browser-own-access-desk").getFirst())
        .contains("求野 知代 様", "印刷した", "代理人 求野 一郎");
    assertThat(writer.complaints()).isEmpty();
    assertThat(city.complaints()).isEmpty();
  }

  @Test
  void the_desk_of_a_facility_finds_only_whom_it_cares_for() throws IOException {
    PatientId patient =
        preparation.patient(nurse, Preparation.person("窓野", "尋代", "まどの", "ひろよ", "0568-46-0002"));
    opens(NURSE, patient);
    await().atMost(Duration.ofSeconds(20)).until(() -> accounts(patient) == 1);

    Person admin = Person.withTablet().signsIn(ADMIN, Preparation.PASSWORD);
    admin.sees("利用者の管理");
    admin.goes("/own-access");
    admin.type("氏名またはふりがな（全部）", "まどの ひろよ");
    admin.type("生年月日", "S22.7.5");
    admin.press("検索");
    admin.sees("窓野 尋代");
    admin.press("見た人の一覧を印刷");
    admin.tick("本人・家族から直接");
    admin.tick("面識があり、本人と対面で確かめた");
    admin.confirm("印刷用PDFを作る");
    assertThat(PaperText.printed(admin, "browser-own-access-facility").getFirst())
        .contains("窓野 尋代 様", "ほんにん訪問看護", "看護師");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> request(patient).equals(List.of("PrintOwnAccessAtDesk")));

    Person stranger = Person.atDesk().signsIn(STRANGER, Preparation.PASSWORD);
    stranger.sees("利用者の管理");
    stranger.goes("/own-access");
    stranger.type("氏名またはふりがな（全部）", "まどの ひろよ");
    stranger.type("生年月日", "S22.7.5");
    stranger.press("検索");
    stranger.sees("見つかりません。");
    stranger.shot("own-access-not-found");
    assertThat(admin.complaints()).isEmpty();
  }

  private static void opens(String login, PatientId patient) {
    Person person = Person.atDesk().signsIn(login, Preparation.PASSWORD);
    person.sees("患者");
    person.goes("/patients/" + patient.value());
    assertThat(person.page.locator(".composer").first()).isVisible();
    person.close();
  }

  private static JdbcClient jdbc() {
    return RunningApplication.get().bean(JdbcClient.class);
  }

  private static int accounts(PatientId patient) {
    return jdbc()
        .sql(
            """
            select count(distinct account_id) from view.access_log
             where patient_id = ? and kind = 'VIEW' and action = 'GetTimeline'
            """)
        .param(patient.value())
        .query(Integer.class)
        .single();
  }

  private static int incidents(PatientId patient) {
    return jdbc()
        .sql("select count(*) from view.incident where ? = any (patients)")
        .param(patient.value())
        .query(Integer.class)
        .single();
  }

  private static List<String> request(PatientId patient) {
    return jdbc()
        .sql(
            """
            select action from view.access_log
             where patient_id = ? and purpose = 'PERSON_REQUEST' and kind = 'PRINT'
             order by position
            """)
        .param(patient.value())
        .query(String.class)
        .list();
  }
}
