package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** A nurse looks at what she posted: frames, windows, pages, large and turned, and by keyboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewerTest {
  private static final String NURSE = "gazou-kango";
  private static final String STRANGER = "gazou-hoka";

  private final Preparation preparation = Preparation.ofRunningApplication();
  private Preparation.Worker nurse;
  private PatientId patient;

  @BeforeAll
  void a_nurse_and_a_patient() {
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), "がぞう訪問看護", Affiliation.MEDICAL_ASSOCIATION, "gazou-admin");
    nurse = worker(administrator, NURSE, "像山");
    worker(administrator, STRANGER, "他田");
    patient =
        preparation.patient(nurse, Preparation.person("画野", "像子", "がの", "ぞうこ", "0568-71-0000"));
  }

  private Preparation.Worker worker(Preparation.Worker administrator, String login, String family) {
    return preparation.worker(
        administrator,
        login,
        new PersonName(family, "恵", "ぞう", "めぐみ"),
        Profession.NURSE,
        Role.CARE_USER);
  }

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void frames_and_windows_of_a_ct_are_shown_when_they_are_asked_for_and_recorded() {
    Person person = at(Person.atDesk());
    posts(person, "CTです。");

    // when she opens it
    opens(person, "CTです。", "胸部CT.dcm");
    person.sees("3／5枚");
    waits(person);
    person.shot("viewer-ct");
    Locator slider = person.page.locator(".viewer-slider");
    slider.fill("5");
    person.sees("5／5枚");
    waits(person);

    // then another window is another picture, under an address that says nothing about anybody
    long before = views();
    person.page.locator(".viewer vaadin-select").click();
    assertThat(person.page.getByRole(AriaRole.OPTION))
        .hasText(new String[] {"元の表示", "ファイルの設定2（中心300 幅600）", "骨", "肺", "縦隔", "脳"});
    person.shot("viewer-windows");
    person
        .page
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("肺").setExact(true))
        .click();
    assertThat(picture(person))
        .hasAttribute("src", Pattern.compile("/page/5/window/-600\\.0/1500\\.0$"));
    waits(person);
    await().until(() -> views() > before);
    person.shot("viewer-lung");

    // then the window stays for the next frame
    person.press("前へ");
    assertThat(picture(person))
        .hasAttribute("src", Pattern.compile("/page/4/window/-600\\.0/1500\\.0$"));
    waits(person);
    assertThat(person.complaints()).isEmpty();

    // then a stranger gets nothing at the same address
    String address = "/" + picture(person).getAttribute("src");
    Person stranger = Person.atDesk().signsIn(STRANGER, Preparation.PASSWORD);
    stranger.sees("患者");
    APIResponse answer = stranger.page.request().get(address);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void the_keyboard_does_it_all() {
    Person person = at(Person.atDesk());
    posts(person, "鍵盤で見ます。");
    opens(person, "鍵盤で見ます。", "検査報告書.pdf");
    person.sees("1／2ページ");
    assertThat(person.page.locator(".viewer-stage")).isFocused();

    person.page.keyboard().press("ArrowRight");
    person.sees("2／2ページ");
    person.page.keyboard().press("ArrowLeft");
    person.sees("1／2ページ");
    person.page.keyboard().press("+");
    person.sees("150％");
    // The middle stays in the middle.
    person.page.waitForFunction("() => document.querySelector('.viewer-stage').scrollLeft > 100");
    person.page.keyboard().press("r");
    assertThat(person.page.locator(".viewer-sheet[data-lying]")).isVisible();
    waits(person);
    person.shot("viewer-turned");
    person.page.keyboard().press("-");
    person.sees("100％");
    person.page.keyboard().press("Escape");
    assertThat(person.page.locator(".viewer-stage")).hasCount(0);
  }

  @Test
  void every_control_is_large_enough_for_a_finger() {
    Person person = at(Person.withPhone());
    posts(person, "電話で見ます。");
    opens(person, "電話で見ます。", "胸部CT.dcm");
    person.sees("3／5枚");
    assertThat(person.page.locator(".viewer vaadin-select")).isVisible();
    waits(person);
    person.rests(person.page.locator(".viewer-tools"));
    person.shot("viewer-phone");

    List<Locator> controls =
        person.page.locator(".viewer-tools :is(vaadin-button, a, input, vaadin-select)").all();
    assertThat(controls).hasSizeGreaterThan(8);
    for (Locator control : controls) {
      assertThat(control.boundingBox().height).isGreaterThanOrEqualTo(43.9);
      assertThat(control.boundingBox().x + control.boundingBox().width).isLessThanOrEqualTo(390);
    }
    assertThat(person.page.locator(".viewer-stage").boundingBox().height).isGreaterThan(400);
    person.press("拡大");
    person.sees("150％");
    person.shot("viewer-phone-large");
  }

  @Test
  void what_cannot_be_shown_says_why_and_stays_downloadable() {
    Person person = at(Person.atDesk());
    person.writes("表示できない画像です。");
    person.attach(SampleFiles.unreadableRadiograph());
    assertThat(person.page.locator(".composer .file-row")).hasCount(1);
    person.press("投稿");

    Locator file = person.entry("表示できない画像です。").locator(".thumb");
    assertThat(file).containsText("画像で表示できません：この圧縮形式には対応していません（元のファイルは開けます）");
    assertThat(person.downloads(file::click)).isEqualTo(SampleFiles.unreadableRadiograph().buffer);
  }

  private Person at(Person person) {
    person.signsIn(NURSE, Preparation.PASSWORD);
    assertThat(person.rowOf("画野 像子")).isVisible();
    person.goes("/patients/" + patient.value());
    return person;
  }

  private static void posts(Person person, String text) {
    person.writes(text);
    person.attach(SampleFiles.volume(), SampleFiles.letter());
    assertThat(person.page.locator(".composer .file-row img")).hasCount(2);
    person.press("投稿");
    assertThat(person.entry(text).locator(".thumb img")).hasCount(2);
  }

  private static void opens(Person person, String text, String file) {
    person.entry(text).locator(".thumb[title*='" + file + "']").click();
    assertThat(person.page.locator(".viewer-stage")).isVisible();
  }

  private static Locator picture(Person person) {
    return person.page.locator(".viewer-stage img");
  }

  private static void waits(Person person) {
    assertThat(person.page.locator(".viewer-waiting")).hasCount(0);
    assertThat(person.page.locator(".viewer-problem")).isEmpty();
  }

  private static long views() {
    return RunningApplication.get()
        .bean(JdbcClient.class)
        .sql(
            "select count(*) from store.access_event_entry where payload_type like"
                + " '%.RecordViewed'")
        .query(Long.class)
        .single();
  }
}
