package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.consent.command.WithdrawConsent;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A withdrawn record opened by two people of the city for one user (§8.3 Q3). */
class LawfulOpeningTest {
  private final RunningApplication application = RunningApplication.get();
  private final Preparation preparation = Preparation.ofRunningApplication();
  private final LocalDate today = LocalDate.now(application.bean(Clock.class));

  @AfterEach
  void everybodyLeaves() {
    Person.everybodyLeaves("lawful-last");
  }

  @Test
  void two_people_of_the_city_open_it_for_one_user_and_the_registrar_is_told() {
    preparation.worker(
        preparation.city(),
        "shi-futarime",
        new PersonName("市川", "次郎", "いちかわ", "じろう"),
        Profession.MUNICIPAL_OFFICER,
        Role.CITY_OPERATOR);
    Preparation.Worker administrator = facility("撤訪問看護ステーション", "tekkai-admin");
    Preparation.Worker nurse = worker(administrator, "tekkai-kango", "登", Profession.NURSE);
    Preparation.Worker clinic = facility("撤在宅クリニック", "tekkai-admin2");
    Preparation.Worker physician = worker(clinic, "tekkai-ishi", "医", Profession.PHYSICIAN);
    PatientId patient =
        preparation.patient(
            nurse, Preparation.person("撤川", "シゲ", "てつかわ", "しげ", "0568-77-0021"), physician);
    post(nurse, patient);
    preparation.send(
        nurse.origin(),
        new WithdrawConsent(
            ConsentId.of(patient),
            patient,
            RequestChannel.FAMILY,
            new Requester("撤川 一", "長男"),
            today));

    Person asks = Person.atDesk().signsIn(RunningApplication.CITY_LOGIN, Preparation.PASSWORD);
    asks.link("撤回された記録");
    asks.sees("この1年間の申請はありません。");
    asks.press("閲覧の申請");
    asks.type("患者の生年月日", "S22.7.5");
    asks.type("患者の氏名（漢字またはふりがな）", "撤川 シゲ");
    asks.pick("閲覧する人の施設", "撤在宅クリニック");
    asks.pick("閲覧する人", "撤 医");
    asks.page.getByText("裁判所の命令・令状").click();
    asks.type("理由", "令和8年（ヨ）第1号 証拠保全の決定");
    asks.shot("lawful-request");
    asks.press("申請する");
    Locator card = asks.page.locator(".cards .card").first();
    assertThat(card).containsText("2人目の確認待ち");
    assertThat(card).containsText("あなたの申請です。");
    asks.shot("lawful-waiting");

    Person reader = Person.withTablet().signsIn("tekkai-ishi", Preparation.PASSWORD);
    reader.sees("患者");
    reader.doesNotSee("撤回された記録");
    Person opens = Person.atDesk().signsIn("shi-futarime", Preparation.PASSWORD);
    opens.link("撤回された記録");
    opens.press("閲覧を認める");
    opens.confirm("閲覧を認める");
    assertThat(opens.page.locator(".cards .state-chip").first()).hasText("閲覧できる");
    opens.shot("lawful-open");

    reader.page.reload();
    reader.sees("市が、撤回された記録の閲覧をあなたに認めました（裁判所の命令・令状）");
    reader.shot("lawful-notice");
    reader.link("記録を開く");
    assertThat(reader.entry("撤回の前に書いた記事です。")).isVisible();
    reader.sees("法令などの根拠により、あなただけに表示しています。");
    assertThat(reader.page.getByLabel("連絡帳の本文")).hasCount(0);
    reader.shot("lawful-record");
    reader.page.setViewportSize(390, 844);
    reader.shot("lawful-record");

    Person registrar = Person.withPhone().signsIn("tekkai-kango", Preparation.PASSWORD);
    registrar.sees("同意が撤回された患者の記録について、市が閲覧を認めました");
    registrar.doesNotSee("撤川");
    registrar.shot("lawful-registrar");
    Person desk = Person.atDesk().signsIn("tekkai-admin", Preparation.PASSWORD);
    desk.link("利用者の管理");
    desk.sees("同意が撤回された患者の記録について、市が閲覧を認めました");
    desk.doesNotSee("撤川");
    desk.shot("lawful-facility");

    opens.press("閲覧を終わらせる");
    assertThat(opens.page.locator(".cards .state-chip").first()).hasText("終了");
    reader.sees("このページは表示できません");
    for (Person person : List.of(asks, opens, reader, registrar, desk)) {
      assertThat(person.complaints()).isEmpty();
    }
  }

  private void post(Preparation.Worker author, PatientId patient) {
    preparation.send(
        author.origin(),
        new PostArticle(
            DocumentId.next(),
            patient,
            today,
            new ArticleContent("", "撤回の前に書いた記事です。"),
            Set.of(),
            Visibility.TEAM,
            List.of()));
  }

  private Preparation.Worker facility(String name, String login) {
    return preparation.facility(preparation.city(), name, Affiliation.MEDICAL_ASSOCIATION, login);
  }

  private Preparation.Worker worker(
      Preparation.Worker administrator, String login, String given, Profession profession) {
    return preparation.worker(
        administrator, login, new PersonName("撤", given, "てつ", "てすと"), profession, Role.CARE_USER);
  }
}
