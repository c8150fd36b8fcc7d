package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.command.AssignMember;
import jp.tsunagaru.careteam.command.EndMembership;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.junit.jupiter.api.Test;

/**
 * What somebody sees who is not, or no longer, in charge: nothing, by no way round (PT-12, TM-06).
 */
class HiddenPatientTest {

  private final RunningApplication application = RunningApplication.get();
  private final Preparation preparation = Preparation.ofRunningApplication();

  @Test
  void no_list_count_search_error_or_offer_betrays_a_hidden_patient() {
    Preparation.Worker station = station("kakure-admin", "隠岐訪問看護");
    Preparation.Worker nurse = nurse(station, "kakure-kango", "隠岐");
    Preparation.Worker outsider = nurse(station("kakure-soto", "外海訪問看護"), "kakure-yoso", "外海");
    preparation.patient(outsider, Preparation.person("見当", "タネ", "けんとう", "たね", "0568-00-7003"));
    PatientId hidden =
        preparation.patient(nurse, Preparation.person("隠岐島", "ヒサ", "おきしま", "ひさ", "0568-00-7004"));
    post(nurse, hidden, "夜間の様子を共有します。");

    Person person = Person.atDesk();
    person.signsIn("kakure-yoso", Preparation.PASSWORD);
    assertThat(person.rowOf("見当 タネ")).isVisible();
    assertThat(person.page.locator(".patient-row")).hasCount(1);
    assertThat(person.page.getByLabel("未読1件")).hasCount(0);
    // The exact name, its kana and the phone number find as much as what nobody has.
    String nothing = answerTo(person, "不在 ダレモ");
    for (String words :
        List.of("隠岐島 ヒサ", "隠岐島", "おきしま", "ｵｷｼﾏ", "だれもいない", "0568-00-7004", "0568-00-7999")) {
      assertThat(answerTo(person, words)).as(words).isEqualTo(nothing);
    }

    // The address of the page, of another tab, of a file: as for a patient who does not exist.
    String missing = errorAt(person, PatientId.next());
    assertThat(errorAt(person, hidden)).isEqualTo(missing);
    int forHidden = status(person, hidden);
    assertThat(forHidden).isEqualTo(status(person, PatientId.next()));

    // Whom one may choose are users, never patients.
    person.goes("/groups");
    person.press("グループを作る");
    person.field("メンバーを追加").pressSequentially("隠岐");
    assertThat(person.page.locator("vaadin-combo-box-item").first()).isVisible();
    assertThat(person.page.getByText("隠岐島")).hasCount(0);
    person.close();
  }

  @Test
  void who_is_taken_out_sees_nothing_new_a_second_later_on_any_open_page() {
    Preparation.Worker station = station("hazusu-admin", "葉月訪問看護");
    Preparation.Worker nurse = nurse(station, "hazusu-kango", "葉月");
    Preparation.Worker other = nurse(station("hazusu-soto", "長月訪問看護"), "hazusu-yoso", "長月");
    PatientId patientId =
        preparation.patient(nurse, Preparation.person("神無", "ツキ", "かんな", "つき", "0568-00-7005"));
    GrantId grantId = GrantId.next();
    preparation.send(
        nurse.origin(),
        new AssignMember(
            CareTeamId.of(patientId),
            patientId,
            grantId,
            other.accountId(),
            new MembershipTerms(
                TeamRole.OTHER, Set.of(jp.tsunagaru.access.Right.VIEW), null, null)));
    post(nurse, patientId, "最初の記事です。");

    Person page = Person.atDesk();
    page.signsIn("hazusu-yoso", Preparation.PASSWORD);
    assertThat(page.rowOf("神無 ツキ")).isVisible();
    page.rowOf("神無 ツキ").click();
    assertThat(page.entry("最初の記事です。")).isVisible();
    Person list = Person.withPhone();
    list.signsIn("hazusu-yoso", Preparation.PASSWORD);
    assertThat(list.rowOf("神無 ツキ")).isVisible();

    preparation.send(
        nurse.origin(),
        new EndMembership(CareTeamId.of(patientId), patientId, grantId, "STAFF_CHANGE"));
    post(nurse, patientId, "外れた人には見えない記事です。");

    assertThat(list.rowOf("神無 ツキ")).hasCount(0);
    assertThat(page.page.getByText("最初の記事です。")).hasCount(0);
    page.sees("このページは表示できません");
    // A colleague who is still in charge has it by now: it would have arrived.
    Person colleague = Person.withTablet();
    colleague.signsIn("hazusu-kango", Preparation.PASSWORD);
    colleague.rowOf("神無 ツキ").click();
    assertThat(colleague.entry("外れた人には見えない記事です。")).isVisible();
    for (Person former : List.of(page, list)) {
      former.doesNotSee("外れた人には見えない記事です。");
      former.doesNotSee("神無 ツキ");
      former.page.reload();
      former.doesNotSee("神無 ツキ");
    }
    page.shot("taken-out");
    Stream.of(page, list, colleague).forEach(Person::close);
  }

  private Preparation.Worker station(String login, String name) {
    return preparation.facility(preparation.city(), name, Affiliation.MEDICAL_ASSOCIATION, login);
  }

  private Preparation.Worker nurse(Preparation.Worker administrator, String login, String family) {
    return preparation.worker(
        administrator,
        login,
        new PersonName(family, "看護", "かんご", "かんご"),
        Profession.NURSE,
        Role.CARE_USER);
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

  /** Everything that the list says to a search, once it has answered. */
  private static String answerTo(Person person, String words) {
    person.search(words);
    assertThat(person.page.locator(".patient-rows > .chips")).containsText(words);
    assertThat(person.page.locator(".patient-row")).hasCount(0);
    String answer =
        person.page.locator(".patient-list").innerText()
            + person.page.locator(".patient-rows > span").nth(1).innerText();
    person.search("");
    assertThat(person.rowOf("見当 タネ")).isVisible();
    return answer;
  }

  private static String errorAt(Person person, PatientId patientId) {
    person.goes("/patients/" + patientId.value());
    person.sees("このページは表示できません");
    return person.page.locator(".patient-page").innerText() + person.page.title();
  }

  private static int status(Person person, PatientId patientId) {
    return person
        .page
        .request()
        .get(
            "/files/"
                + patientId.value()
                + "/doc_00000000000000000000000000/att_00000000000000000000000000")
        .status();
  }
}
