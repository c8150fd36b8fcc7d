package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
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

/** What happens on ordinary and on bad days of two nurses of one facility. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CareTest {
  private static final String NURSE = "midori-kango";
  private static final String COLLEAGUE = "midori-douryou";

  private final Preparation preparation = Preparation.ofRunningApplication();
  private Preparation.Worker nurse;
  private Preparation.Worker colleague;

  @BeforeAll
  void a_facility_and_its_people() {
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), "みどり診療所", Affiliation.MEDICAL_ASSOCIATION, "midori-admin");
    nurse = worker(administrator, NURSE, "緑川");
    colleague = worker(administrator, COLLEAGUE, "青木");
  }

  private Preparation.Worker worker(Preparation.Worker administrator, String login, String family) {
    return preparation.worker(
        administrator,
        login,
        new PersonName(family, "恵", "みどり", "めぐみ"),
        Profession.NURSE,
        Role.CARE_USER);
  }

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void nobody_else_can_tell_that_a_patient_without_consent_exists() {
    // given a patient who is registered provisionally
    PatientId provisional =
        preparation.patientWithoutConsent(
            nurse, Preparation.person("仮屋", "未同意", "かりや", "みどうい", "0568-33-4444"));
    Person registrar = Person.atDesk().signsIn(NURSE, Preparation.PASSWORD);
    assertThat(registrar.rowOf("仮屋 未同意")).containsText("仮登録");

    // when a colleague looks for it
    Person other = Person.atDesk().signsIn(COLLEAGUE, Preparation.PASSWORD);
    other.sees("患者");
    other.search("かりや");
    other.sees("条件に合う患者は、あなたの担当の中にはいません。");
    other.search("0568-33-4444");
    other.sees("条件に合う患者は、あなたの担当の中にはいません。");

    // then its page is the page of a patient that does not exist
    String gone = textOfGonePage(other, provisional);
    assertThat(gone).isEqualTo(textOfGonePage(other, PatientId.next())).doesNotContain("仮屋");
    assertThat(statusOf(other, provisional)).isEqualTo(statusOf(other, PatientId.next()));
  }

  private static String textOfGonePage(Person person, PatientId patient) {
    person.goes("/patients/" + patient.value());
    person.sees("このページは表示できません");
    return person.page.locator("body").innerText();
  }

  private static int statusOf(Person person, PatientId patient) {
    return person
        .page
        .request()
        .get(
            "/files/"
                + patient.value()
                + "/doc_00000000000000000000000001/att_00000000000000000000000001")
        .status();
  }

  @Test
  void a_bad_file_is_refused_with_its_reason_and_the_text_stays() {
    PatientId patient = patient("試野", "添付");
    Person person = at(patient, Person.atDesk());
    person.writes("添付を試します。");
    Map<FilePayload, String> bad =
        Map.of(
            SampleFiles.empty(), "ファイルの中身が空です",
            SampleFiles.programCalledPicture(), "プログラムを含むファイルは受け付けません",
            SampleFiles.truncatedRadiograph(), "ファイルが途中で切れています",
            SampleFiles.pixelBomb(), "画像の画素数が多すぎます",
            SampleFiles.macroDocument(), "マクロを含む文書は受け付けません",
            SampleFiles.zipBomb(), "展開すると大きくなりすぎるファイルです",
            SampleFiles.corruptLetter(), "ファイルが壊れていて読めません");

    bad.forEach((file, reason) -> {
      person.attach(file);
      assertThat(
              person
                  .page
                  .locator(".file-refusal")
                  .filter(new Locator.FilterOptions().setHasText(file.name)))
          .containsText(reason);
    });

    person.shot("refused-files");
    assertThat(person.field("連絡帳の本文")).hasValue("添付を試します。");
    assertThat(person.page.locator(".composer .file-row")).hasCount(0);
    person.attach(SampleFiles.photo());
    assertThat(person.page.locator(".composer .file-row")).hasCount(1);
    person.press("投稿");
    assertThat(person.entry("添付を試します。")).containsText("右かかとの写真.jpg");
    assertThat(person.complaints()).isEmpty();
  }

  @Test
  void a_file_that_comes_before_any_word_unfolds_the_composer() {
    Person person = at(patient("先写", "真子"), Person.atDesk());

    person.attach(SampleFiles.photo());

    assertThat(person.page.locator(".composer .file-row")).hasCount(1);
    assertThat(person.button("投稿").last()).isVisible();
    person.shot("composer-file-first");
    person.writes("先に写真を付けました。");
    person.press("投稿");
    assertThat(person.entry("先に写真を付けました。")).containsText("右かかとの写真.jpg");
  }

  @Test
  void text_put_in_at_one_stroke_is_saved_whole_even_right_after_it() {
    Person person = at(patient("一気", "貼付"), Person.atDesk());
    person.writes("一行目");
    person.press("投稿");
    person.fromMenuOf(person.entry("一行目"), "編集");
    person.sees("記事の編集（第1版）");

    person.field("連絡帳の本文").fill("一行目\n二行目");
    person.press("新しい版として保存");

    assertThat(person.entry("一行目")).containsText("第2版");
    assertThat(person.entry("一行目")).containsText("二行目");
  }

  /** Its last event repeats what stands there already. */
  @Test
  void text_from_an_input_method_is_saved_even_right_after_it() {
    Person person = at(patient("入力", "変換"), Person.atDesk());
    person.field("連絡帳の本文").click();

    person.composes("訪問しました。", "バイタルは安定しています。");
    person.press("投稿");

    assertThat(person.entry("訪問しました。")).containsText("バイタルは安定しています。");
  }

  @Test
  void a_photo_is_posted_from_a_phone() {
    patient("山手", "電話");
    Person person = Person.withPhone().signsIn(NURSE, Preparation.PASSWORD);
    assertThat(person.rowOf("山手 電話")).isVisible();
    person.shot("patients");
    person.page.locator(".bottom-bar").getByText("投稿").click();
    person.sees("記事を書く患者を選んでください。");
    person.rowOf("山手 電話").click();
    person.writes("玄関先で撮った写真です。");
    person.attach(SampleFiles.photo());
    assertThat(person.page.locator(".composer .file-row")).hasCount(1);
    person.shot("composer");
    person.press("投稿");
    assertThat(person.entry("玄関先で撮った写真です。")).isVisible();
    person.shot("timeline");
    assertThat(
            (Boolean)
                person.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("nothing sticks out to the side")
        .isTrue();
    assertThat(person.complaints()).isEmpty();
  }

  @Test
  void a_search_understands_every_spelling() {
    preparation.patient(nurse, Preparation.person("髙橋", "花江", "たかはし", "はなえ", "0568-11-2222"));
    preparation.patient(nurse, Preparation.person("渡邊", "葛", "わたなべ", "かずら", "090-5555-6666"));
    Person person = Person.withTablet().signsIn(NURSE, Preparation.PASSWORD);
    assertThat(person.rowOf("髙橋 花江")).isVisible();

    finds(person, "ﾀｶﾊｼ", "髙橋 花江", "渡邊 葛");
    finds(person, "高橋", "髙橋 花江", "渡邊 葛");
    finds(person, "０５６８－１１－２２２２", "髙橋 花江", "渡邊 葛");
    finds(person, "5555", "渡邊 葛", "髙橋 花江");
    finds(person, "渡辺", "渡邊 葛", "髙橋 花江");
    finds(person, "わたなべ", "渡邊 葛", "髙橋 花江");
    person.shot("search");
    person.page.reload();
    assertThat(person.rowOf("渡邊 葛")).isVisible();
    assertThat(person.rowOf("髙橋 花江")).hasCount(0);
  }

  private static void finds(Person person, String typed, String found, String other) {
    person.search(typed);
    assertThat(person.rowOf(other)).hasCount(0);
    assertThat(person.rowOf(found)).isVisible();
  }

  @Test
  void a_lost_session_keeps_what_was_written() {
    PatientId patient = patient("下書", "残");
    Person person = at(patient, Person.atDesk());
    person.writes("途中まで書いた文章です。");
    person.sees("下書き保存済み");

    person.losesSession();
    person.tab("基本情報");
    assertThat(person.page).hasURL(Pattern.compile("/login"));
    person.shot("session-ended");
    person.sees("ログインの状態が終わりました");

    person.signsIn(NURSE, Preparation.PASSWORD);
    assertThat(person.rowOf("下書 残")).isVisible();
    person.goes("/patients/" + patient.value());
    person.sees("下書きを戻しました");
    assertThat(person.field("連絡帳の本文")).hasValue("途中まで書いた文章です。");
  }

  private PatientId patient(String family, String given) {
    return preparation.patient(
        nurse, Preparation.person(family, given, "しけん", "かんじゃ", "0568-99-0000"), colleague);
  }

  private static Person at(PatientId patient, Person person) {
    person.signsIn(NURSE, Preparation.PASSWORD);
    assertThat(person.page).hasURL(Pattern.compile("/patients"));
    person.goes("/patients/" + patient.value());
    person.sees("記事はまだありません");
    return person;
  }
}
