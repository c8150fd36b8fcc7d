package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The main job from the facility's application to the audit, as people do it at their screens. Each
 * step goes on where the one before ended; when one fails the rest has no ground to stand on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryTest {
  private static final String PASSWORD = Preparation.PASSWORD;
  private static final String PATIENT = "渡邉 千代";
  private static final String FIRST_POST = "右かかとの発赤が広がっています。写真と検査報告書を添付します。";
  private static final String MISTAKE = "別の患者に書くつもりの記事でした。";

  private final RunningApplication application = RunningApplication.get();
  private final Preparation preparation = Preparation.ofRunningApplication();
  private final Person administrator = Person.atDesk();
  private final Person nurse = Person.withTablet();
  private final Person physician = Person.atDesk();
  private boolean soFar = true;
  private boolean finished;

  private String administratorLogin = "";
  private String administratorOneTime = "";
  private String nurseOneTime = "";
  private String patientAddress = "";
  private Set<Path> filesBefore = Set.of();

  @BeforeAll
  void another_facility_takes_part_already() {
    preparation.issued(
        preparation.city(),
        "shi-tantou",
        new PersonName("市川", "ひろし", "いちかわ", "ひろし"),
        Profession.MUNICIPAL_OFFICER,
        Role.CITY_OPERATOR);
    preparation.issued(
        preparation.city(),
        "shi-kansa",
        new PersonName("監物", "まこと", "けんもつ", "まこと"),
        Profession.MUNICIPAL_OFFICER,
        Role.CITY_AUDITOR);
    Preparation.Worker clinic =
        preparation.facility(
            preparation.city(), "小牧ひがし診療所", Affiliation.MEDICAL_ASSOCIATION, "higashi-admin");
    preparation.issued(
        clinic,
        "higashi-ishi",
        new PersonName("髙橋", "一郎", "たかはし", "いちろう"),
        Profession.PHYSICIAN,
        Role.CARE_USER);
  }

  @BeforeEach
  void nothing_failed_before() {
    finished = false;
    assumeTrue(soFar, "an earlier step of the story failed");
  }

  @AfterEach
  void notice() {
    soFar = soFar && finished;
  }

  @AfterAll
  void everybody_leaves() {
    administrator.close();
    nurse.close();
    physician.close();
  }

  @Test
  @Order(1)
  void a_facility_applies_on_the_portal() {
    Page page = administrator.goes("/").page;
    administrator.shot("portal");
    administrator.link("参加申込みへ");
    administrator.type("施設名必須", "さくら訪問看護ステーション");
    administrator.type("郵便番号必須", "４８５－００４１");
    administrator.type("施設所在地必須", "小牧市小牧三丁目1番地");
    page.getByLabel("小牧市介護保険サービス事業所", exactly()).check();
    administrator.type("事業所番号（介護保険サービス事業所のとき）", "2365500019");
    administrator.type("代表者名必須", "佐藤 花子");
    administrator.type("電話番号必須", "0568-00-0001");
    administrator.type("E-mail必須", "sakura@example.jp");
    page.locator("input[name=agreeTerms]").check();
    page.locator("input[name=agreePolicy]").check();
    administrator.shot("apply");
    administrator.press("申し込む");
    administrator.sees("申込みを受け付けました");
    administrator.shot("applied");
    finished = true;
  }

  @Test
  @Order(2)
  void the_city_receives_the_sheet_and_approves() {
    Person city = Person.atDesk();
    city.startsWith("shi-tantou", Preparation.ONE_TIME, PASSWORD);
    city.goes("/applications");
    city.sees("さくら訪問看護ステーション");
    city.shot("applications");
    city.link("さくら訪問看護ステーション");
    city.press("書面の受領を記録する");
    city.press("記録する");
    city.sees("書面の受領を記録しました。");
    city.press("承認する");
    city.pick("施設管理者の職種", "看護師");
    city.tick("患者の連絡帳も使う（利用者を兼ねる）");
    city.shot("approve");
    city.press("承認する");
    city.sees("初期パスワードはこの画面でしか確認できません");
    administratorLogin = city.page.locator(".secret").nth(0).textContent();
    administratorOneTime = city.page.locator(".secret").nth(1).textContent();
    city.shot("one-time-password");
    city.press("控えたので閉じる");
    assertThat(city.complaints()).isEmpty();
    city.close();
    administrator.page.reload();
    administrator.sees("参加が承認されました");
    finished = true;
  }

  @Test
  @Order(3)
  void the_administrator_starts_and_issues_an_account_to_the_nurse() {
    administrator.startsWith(administratorLogin, administratorOneTime, PASSWORD);
    administrator.goes("/staff");
    administrator.press("新規担当者の登録");
    administrator.type("姓", "山田");
    administrator.type("名", "さくら");
    administrator.type("せい（ふりがな）", "やまだ");
    administrator.type("めい（ふりがな）", "さくら");
    administrator.pick("職種", "看護師");
    administrator.type("ユーザーID", "sakura-kango");
    administrator.shot("issue-account");
    administrator.press("ユーザーIDを発行する");
    administrator.sees("72時間以内に一度だけ使え");
    nurseOneTime = administrator.page.locator(".secret").nth(1).textContent();
    administrator.press("控えたので閉じる");
    administrator.sees("山田 さくら");
    administrator.shot("staff");
    finished = true;
  }

  @Test
  @Order(4)
  void the_nurse_registers_a_patient_with_consent_and_the_first_team() {
    nurse.startsWith("sakura-kango", nurseOneTime, PASSWORD);
    nurse.sees("担当している患者はまだいません");
    nurse.shot("patients-empty");
    nurse.press("新規登録");
    nurse.sees("同意書（様式第2）の署名はありますか");
    nurse.shot("register-consent");
    nurse.press("次へ");
    nurse.type("姓", "渡邉");
    nurse.type("名", "千代");
    nurse.type("せい（ふりがな）", "わたなべ");
    nurse.type("めい（ふりがな）", "ちよ");
    nurse.field("女").check();
    nurse.type("生年月日", "S22.7.5");
    nurse.sees("1947");
    nurse.type("郵便番号", "485-0041");
    nurse.type("住所", "小牧市堀の内一丁目1番地");
    nurse.type("電話番号1", "０５６８－７６－１１８８");
    nurse.choose("要介護度", "要介護2");
    nurse.type("アレルギー・禁忌", "ペニシリン");
    nurse.shot("register-basic");
    nurse.press("次へ");
    nurse.pick("担当者を探す", "髙橋", "小牧ひがし診療所");
    nurse.sees("追加する担当者（1人）");
    nurse.pick("担当者を探す", "佐藤", "さくら訪問看護ステーション");
    nurse.sees("追加する担当者（2人）");
    nurse.shot("register-team");
    nurse.press("次へ");
    nurse.sees("同意書に本人（渡邉 千代）が署名しました");
    nurse.shot("register-check");
    nurse.press("登録する");
    nurse.sees("記事はまだありません");
    assertThat(nurse.page).hasURL(Pattern.compile("/patients/pat_"));
    patientAddress = nurse.page.url();
    nurse.sees("ペニシリン");
    nurse.shot("patient-empty");
    finished = true;
  }

  @Test
  @Order(5)
  void a_post_with_files_reaches_the_open_screen_of_the_physician() throws Exception {
    physician.startsWith("higashi-ishi", Preparation.ONE_TIME, PASSWORD);
    assertThat(physician.rowOf(PATIENT)).isVisible();
    physician.rowOf(PATIENT).click();
    physician.sees("記事はまだありません");
    filesBefore = vaultFiles();

    nurse.writes(FIRST_POST);
    nurse.attach(SampleFiles.photo(), SampleFiles.letter(), SampleFiles.radiograph());
    assertThat(nurse.page.locator(".composer .file-row")).hasCount(3);
    nurse.shot("composer");
    nurse.press("投稿");

    Locator seen = physician.entry(FIRST_POST);
    assertThat(seen).isVisible();
    assertThat(seen).containsText("さくら訪問看護ステーション");
    assertThat(seen).containsText("右かかとの写真.jpg");
    assertThat(seen.locator("img.thumb-face")).hasCount(3, slowly());
    for (int i = 0; i < 3; i++) {
      Locator picture = seen.locator("img.thumb-face").nth(i);
      physician.scrollsTo(picture);
      await().until(() -> shownWidth(picture) > 0);
    }
    Locator upright = seen.locator("img.thumb-face[alt='右かかとの写真.jpg']");
    assertThat((Boolean) upright.evaluate("image => image.naturalHeight > image.naturalWidth"))
        .as("the camera's orientation is followed")
        .isTrue();
    physician.shot("timeline");
    for (FilePayload sent : Set.of(SampleFiles.photo(), SampleFiles.radiograph())) {
      originalIs(seen, sent);
    }
    nurse.shot("timeline-of-nurse");
    finished = true;
  }

  @Test
  @Order(6)
  void who_has_read_what_is_told_alike_in_all_places() {
    Locator own = nurse.entry(FIRST_POST);
    assertThat(own.locator(".read-count")).hasText("既読 1/2");
    nurse.fromMenuOf(own, "既読の確認");
    nurse.sees("この記事を見た人");
    Locator reader = nurse.page.locator("vaadin-dialog").last();
    assertThat(reader).containsText("髙橋 一郎");
    assertThat(reader).containsText("未読");
    nurse.shot("readers");
    nurse.press("閉じる");

    administrator.goes("/patients");
    assertThat(administrator.rowOf(PATIENT).getByLabel("未読1件")).isVisible();
    administrator.shot("patients-unread");
    administrator.rowOf(PATIENT).click();
    assertThat(administrator.entry(FIRST_POST)).isVisible();
    administrator.goes("/patients");
    assertThat(administrator.rowOf(PATIENT)).isVisible();
    assertThat(administrator.rowOf(PATIENT).getByLabel("未読1件")).hasCount(0);

    assertThat(own.locator(".read-count")).hasText("既読 2/2");
    nurse.tab("閲覧状況");
    nurse.sees("担当者がこの患者の記録を最後に見た日時です");
    Locator rows = nurse.page.locator(".viewing-row");
    assertThat(rows).hasCount(3);
    for (String name : Set.of("髙橋 一郎", "佐藤 花子", "山田 さくら")) {
      Locator row = rows.filter(new Locator.FilterOptions().setHasText(name));
      assertThat(row).hasCount(1);
      assertThat(row).not().containsText("未閲覧");
    }
    nurse.shot("viewing");
    nurse.tab("連絡帳");
    assertThat(nurse.entry(FIRST_POST)).isVisible();
    finished = true;
  }

  @Test
  @Order(7)
  void two_people_edit_at_once_and_nothing_is_lost() {
    administrator.goes(patientAddress);
    administrator.fromMenuOf(administrator.entry(FIRST_POST), "編集");
    nurse.fromMenuOf(nurse.entry(FIRST_POST), "編集");
    administrator.sees("記事の編集（第1版）");
    nurse.sees("記事の編集（第1版）");

    administrator.writes(FIRST_POST + "\n管理者の追記です。");
    administrator.press("新しい版として保存");
    administrator.sees("新しい版を保存しました。");

    nurse.writes(FIRST_POST + "\n看護師の追記です。");
    nurse.press("新しい版として保存");
    nurse.sees("佐藤 花子さんが");
    nurse.sees("先に変更しました");
    nurse.shot("conflict");
    assertThat(nurse.field("連絡帳の本文")).hasValue(FIRST_POST + "\n看護師の追記です。");
    nurse.press("先に保存された文章を後ろに足す");
    nurse.press("新しい版として保存");
    nurse.sees("新しい版を保存しました。");

    Locator everything = physician.entry("看護師の追記です。");
    assertThat(everything).containsText("管理者の追記です。");
    assertThat(everything).containsText("第3版");
    assertThat(everything).containsText("検査報告書.pdf");
    physician.fromMenuOf(everything, "版の比較");
    physician.sees("版の比較（全3版）");
    physician.shot("versions");
    physician.press("閉じる");
    finished = true;
  }

  @Test
  @Order(8)
  void the_physician_answers_and_the_nurse_sees_it_at_once() {
    physician.writes("明日往診します。除圧を続けてください。");
    physician.press("投稿");
    Locator answer = nurse.entry("明日往診します");
    assertThat(answer).isVisible();
    assertThat(answer).containsText("新着");
    // Both of the others have the page open.
    assertThat(physician.entry("明日往診します").locator(".read-count")).hasText("既読 2/2");
    finished = true;
  }

  @Test
  @Order(9)
  void a_deleted_article_disappears_at_once_everywhere_and_comes_back() {
    nurse.writes(MISTAKE);
    nurse.attach(SampleFiles.photo());
    assertThat(nurse.page.locator(".composer .file-row")).hasCount(1);
    nurse.press("投稿");
    assertThat(physician.entry(MISTAKE)).isVisible();
    assertThat(physician.entry(MISTAKE).locator("img.thumb-face")).hasCount(1, slowly());

    delete(MISTAKE);
    assertThat(physician.entry(MISTAKE)).hasCount(0);
    assertThat(nurse.entry(MISTAKE)).hasCount(0);

    nurse.goes("/deleted");
    nurse.sees("渡邉 千代さん");
    nurse.sees("山田 さくら");
    nurse.shot("deleted");
    nurse.press("復元");
    nurse.confirm("復元");
    nurse.sees("文書を復元しました。");
    assertThat(physician.entry(MISTAKE)).isVisible();
    finished = true;
  }

  @Test
  @Order(10)
  void two_persons_destroy_it_for_good_with_its_files() {
    nurse.goes(patientAddress);
    Set<Path> withMistake = vaultFiles();
    delete(MISTAKE);
    nurse.goes("/deleted");
    nurse.press("完全削除を申請");
    nurse.sees("完全削除を申請しますか");
    nurse.shot("purge-request");
    nurse.confirm("完全削除を申請");
    nurse.sees("完全削除を申請しました。");

    administrator.goes("/deleted");
    administrator.press("承認して完全削除");
    administrator.sees("完全削除を承認しますか");
    administrator.tick("内容が失われ、元に戻せないことを確認しました");
    administrator.shot("purge-approve");
    administrator.confirm("承認して完全削除");
    administrator.sees("完全削除しました。");
    administrator.sees("削除された文書はありません。");

    // Its photo, thumbnail and display picture; those of the first post stay.
    await().until(() -> withMistake.size() - vaultFiles().size() == 3);
    assertThat(vaultFiles()).hasSizeGreaterThan(filesBefore.size());
    assertThat(
            application
                .bean(JdbcClient.class)
                .sql("select count(*) from guard.document where state = 'PURGED'")
                .query(Long.class)
                .single())
        .isPositive();
    nurse.goes(patientAddress);
    assertThat(nurse.entry(FIRST_POST)).isVisible();
    nurse.doesNotSee(MISTAKE);
    finished = true;
  }

  @Test
  @Order(11)
  void who_leaves_the_team_loses_the_open_page_at_that_moment() {
    assertThat(physician.entry(FIRST_POST)).isVisible();
    nurse.tab("担当者");
    nurse.shot("team");
    nurse.page.getByLabel("髙橋 一郎の担当を終了").click();
    nurse.sees("開いている画面からも消えます");
    nurse.confirm("担当を終了");
    physician.sees("このページは表示できません");
    physician.doesNotSee(FIRST_POST);
    physician.doesNotSee(PATIENT);
    physician.shot("gone");
    physician.goes("/patients");
    physician.sees("担当している患者はまだいません");
    physician.goes(patientAddress);
    physician.sees("このページは表示できません");
    finished = true;
  }

  @Test
  @Order(12)
  void an_auditor_replays_who_saw_what_and_is_recorded_too() {
    Person auditor = Person.atDesk();
    auditor.startsWith("shi-kansa", Preparation.ONE_TIME, PASSWORD);
    auditor.goes("/audit");
    auditor.sees("この閲覧も記録されています");
    auditor.field("だれ・どこ").fill("わたなべ");
    auditor.press("検索");
    auditor.choosesSubject("渡邉 千代");
    auditor.sees("連絡帳を表示");
    auditor.choose("操作の種類", "登録");
    auditor.sees("患者の登録");
    auditor.choose("操作の種類", "閲覧");
    auditor.sees("連絡帳を表示");
    auditor.tab("再生");
    auditor.sees("期間中の記録");
    auditor.sees("連絡帳を表示");
    auditor.press("最初の記録へ");
    Locator detail = auditor.page.locator(".step-detail");
    assertThat(detail).containsText("閲覧の根拠");
    auditor.press("1つ進む");
    auditor.shot("audit");
    auditor.page.getByText("髙橋 一郎").first().click();
    assertThat(detail).containsText("髙橋 一郎");
    assertThat(detail).containsText("小牧ひがし診療所");
    assertThat(detail).containsText("患者の同意");
    assertThat(detail).containsText("山田 さくらさんが登録");
    auditor.shot("audit-ground");
    auditor.press("再生");
    assertThat(auditor.button("一時停止")).isVisible();
    auditor.press("一時停止");
    auditor.doesNotSee(FIRST_POST);

    auditor.goes("/audit?scope=ACCOUNT");
    auditor.field("だれ・どこ").fill("監物");
    auditor.press("検索");
    auditor.choosesSubject("監物 まこと");
    auditor.sees("監査（記録の再生）");
    auditor.shot("audit-of-auditor");
    assertThat(auditor.complaints()).isEmpty();
    auditor.close();
    finished = true;
  }

  @Test
  @Order(13)
  void no_script_of_the_pages_failed() {
    assertThat(administrator.complaints()).isEmpty();
    assertThat(nurse.complaints()).isEmpty();
    assertThat(physician.complaints()).isEmpty();
    finished = true;
  }

  private void delete(String text) {
    nurse.fromMenuOf(nurse.entry(text), "削除");
    nurse.sees("この記事を削除しますか");
    nurse.field("別の患者に書いた").check();
    nurse.shot("delete");
    nurse.confirm("削除");
    nurse.sees("記事を削除しました。");
  }

  private void originalIs(Locator entry, FilePayload sent) throws Exception {
    entry.page().locator("article.entry .thumb[title*='" + sent.name + "']").first().click();
    byte[] received = physician.downloads(() -> physician.page.getByText("元のファイルをダウンロード").click());
    assertThat(sha256(received)).isEqualTo(sha256(sent.buffer));
    physician.shot("viewer-" + sent.name.substring(sent.name.length() - 3));
    physician.press("閉じる");
  }

  private Set<Path> vaultFiles() {
    try (Stream<Path> files = Files.walk(application.vault())) {
      return files.filter(Files::isRegularFile).collect(Collectors.toCollection(HashSet::new));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static int shownWidth(Locator picture) {
    return ((Number) picture.evaluate("image => image.naturalWidth")).intValue();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return java.util.HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  /** The first conversion starts a worker process of its own. */
  private static com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions slowly() {
    return new com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions()
        .setTimeout(60_000);
  }
}
