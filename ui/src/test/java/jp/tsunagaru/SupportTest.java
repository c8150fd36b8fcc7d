package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import jp.tsunagaru.support.Addressee;
import jp.tsunagaru.support.SupportKind;
import jp.tsunagaru.support.command.RequestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** 支援依頼 between a nursing station and a clinic (第17条, 第18条, TM-09). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupportTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

  private final Preparation preparation = Preparation.ofRunningApplication();
  private Preparation.Worker nurse;
  private Preparation.Worker physician;
  private Preparation.Worker outsider;

  @BeforeAll
  void a_station_and_a_clinic() {
    Preparation.Worker station =
        preparation.facility(
            preparation.city(), "支援訪問看護ステーション", Affiliation.MEDICAL_ASSOCIATION, "shien-kango");
    Preparation.Worker clinic =
        preparation.facility(
            preparation.city(), "支援皮膚科医院", Affiliation.MEDICAL_ASSOCIATION, "shien-iin");
    nurse =
        preparation.worker(
            station,
            "shien-ns",
            new PersonName("看護", "花子", "かんご", "はなこ"),
            Profession.NURSE,
            Role.CARE_USER);
    physician =
        preparation.worker(
            clinic,
            "shien-dr",
            new PersonName("皮膚", "一郎", "ひふ", "いちろう"),
            Profession.PHYSICIAN,
            Role.CARE_USER);
    outsider =
        preparation.worker(
            clinic,
            "shien-dr2",
            new PersonName("外野", "二郎", "そとの", "じろう"),
            Profession.PHYSICIAN,
            Role.CARE_USER);
  }

  @AfterEach
  void everybody_leaves(TestInfo test) {
    Person.everybodyLeaves("support-end-" + test.getTestMethod().orElseThrow().getName());
  }

  private PatientId patient(String family, Preparation.Worker... team) {
    return preparation.patient(
        nurse, Preparation.person(family, "千代", "しえん", "ちよ", "0568-76-1188"), team);
  }

  private void posts(PatientId patient, String text) {
    preparation.send(
        nurse.origin(),
        new PostArticle(
            DocumentId.next(),
            patient,
            TODAY,
            new ArticleContent("", text),
            Set.of("皮膚・創傷"),
            Visibility.TEAM,
            List.of()));
  }

  @Test
  void a_nurse_asks_a_physician_answers_and_the_nurse_decides() throws Exception {
    PatientId patient = patient("褥瘡", physician);
    posts(patient, "仙骨部に2cmの発赤があります。写真を撮りました。");
    Person doctor = Person.atDesk().signsIn(physician.login(), Preparation.PASSWORD);
    assertThat(doctor.rowOf("褥瘡 千代")).isVisible();

    // the nurse asks on her tablet
    Person visiting = Person.withTablet().signsIn(nurse.login(), Preparation.PASSWORD);
    visiting.goes("/patients/" + patient.value());
    assertThat(visiting.entry("仙骨部に2cm")).isVisible();
    visiting.press("支援を依頼");
    visiting.sees("回答を採用するかどうかは、依頼した人が自らの責任で決めます");
    visiting.press("依頼する");
    visiting.sees("宛先を選んでください。");
    visiting.pick("宛先", "皮膚 一郎");
    visiting.page.getByLabel("セカンドオピニオン").check();
    visiting.type("依頼の内容", "発赤は褥瘡の始まりでしょうか。体位変換の間隔を変えるべきですか。");
    visiting.type("回答の希望日", TODAY.plusDays(3).toString().replace('-', '/'));
    visiting.page.keyboard().press("Enter");
    visiting.pick("添える記事・文書", "仙骨部");
    visiting.page.keyboard().press("Escape");
    visiting.type("施設間の契約", "支援契約 R8-12");
    visiting.sees("下書き保存済み");
    visiting.shot("support-ask");
    visiting.press("依頼する");
    Locator asked = visiting.entry("発赤は褥瘡の始まり");
    assertThat(asked).containsText("回答待ち");
    assertThat(asked).containsText("皮膚 一郎（支援皮膚科医院）");
    assertThat(asked).containsText("支援契約 R8-12");
    assertThat(asked.getByText("回答する")).hasCount(0);
    visiting.shot("support-asked");

    // the physician's open list tells at once, and so does the row
    doctor.sees("褥瘡 千代さんについて、支援訪問看護ステーションからセカンドオピニオンの依頼が届いています。");
    assertThat(doctor.rowOf("褥瘡 千代")).containsText("支援依頼");
    doctor.shot("support-list");
    doctor.page.getByText("セカンドオピニオンの依頼が届いています").click();
    Locator received = doctor.entry("発赤は褥瘡の始まり");
    assertThat(received).containsText("仙骨部に2cmの発赤");
    assertThat(received.getByText("採否を決める")).hasCount(0);
    doctor.press("回答する");
    doctor.sees("回答の採否は、依頼した人が自らの責任で決めます");
    doctor.type("回答", "真皮までの深さで、褥瘡の初期と考えます。2時間ごとの体位変換を勧めます。");
    doctor.shot("support-answer");
    doctor.press("回答を登録");
    assertThat(received).containsText("採否の判断待ち");

    // the nurse's open page shows the answer without being asked, and she decides
    assertThat(asked).containsText("2時間ごとの体位変換を勧めます");
    visiting.press("採否を決める");
    visiting.page.getByLabel("一部を採用").check();
    visiting.press("採否を登録");
    visiting.sees("内容を書いてください。");
    visiting.type("理由", "夜間は3時間ごととします。家族の負担を考えました。");
    visiting.shot("support-decide");
    visiting.press("採否を登録");
    assertThat(asked).containsText("一部を採用");
    visiting.shot("support-decided");
    assertThat(received).containsText("夜間は3時間ごと");
    doctor.shot("support-thread");

    // words of an answer are found, and the kind filters
    Person onThePhone = Person.withPhone().signsIn(nurse.login(), Preparation.PASSWORD);
    onThePhone.goes("/patients/" + patient.value() + "?kind=SUPPORT");
    assertThat(onThePhone.entry("発赤は褥瘡の始まり")).isVisible();
    assertThat(onThePhone.page.locator(".entry")).hasCount(1);
    onThePhone.shot("support-phone");
    onThePhone.press("支援を依頼");
    onThePhone.sees("この患者に書き込める");
    onThePhone.shot("support-ask-phone");
    onThePhone.press("閉じる");

    // on paper, for a purpose
    visiting.fromMenuOf(asked, "印刷");
    visiting.press("印刷用PDFを作る");
    Locator pdf = visiting.page.getByText("PDFを開く", new Page.GetByTextOptions().setExact(false));
    String address = (String) pdf.evaluate("link => link.closest('a').href");
    List<String> pages =
        PaperText.pages(visiting.page.request().get(address).body(), "browser-support");
    assertThat(pages.getFirst())
        .contains("支援依頼", "セカンドオピニオン", "一部を採用", "支援契約 R8-12", "2時間ごとの体位変換")
        .contains("夜間は3時間ごと", "第18条", "印刷の目的");
    assertThat(visiting.complaints()).isEmpty();
    assertThat(doctor.complaints()).isEmpty();
    assertThat(onThePhone.complaints()).isEmpty();
  }

  @Test
  void a_facility_is_asked_declines_and_the_request_is_deleted_and_restored() {
    PatientId patient = patient("辞退", physician);
    Person asking = Person.atDesk().signsIn(nurse.login(), Preparation.PASSWORD);
    asking.goes("/patients/" + patient.value());
    asking.press("支援を依頼");
    asking.sees("この患者に書き込める");
    // who is not in the team cannot be chosen at all
    asking.field("宛先").fill("外野");
    assertThat(
            asking
                .page
                .locator("vaadin-combo-box-item")
                .filter(new Locator.FilterOptions().setVisible(true)))
        .hasCount(0);
    asking.field("宛先").fill("");
    assertThatThrownBy(() ->
            preparation.send(
                nurse.origin(),
                new RequestSupport(
                    DocumentId.next(),
                    patient,
                    0,
                    SupportKind.REMOTE_DIAGNOSIS,
                    new Addressee(outsider.facilityId(), outsider.accountId()),
                    null,
                    "画像を見てください。",
                    "",
                    List.of())))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(RefusalCode.SUPPORT_ADDRESSEE));
    asking.pick("宛先", "施設の担当者だれでも");
    asking.page.getByLabel("遠隔診断").check();
    asking.type("依頼の内容", "画像を見てください。");
    asking.sees("下書き保存済み");
    asking.press("閉じる");
    asking.press("支援を依頼");
    asking.sees("下書きを戻しました");
    asking.press("依頼する");
    assertThat(asking.entry("画像を見てください")).containsText("支援皮膚科医院（施設の担当者だれでも）");
    asking.press("依頼を直す");
    asking.type("依頼の内容", "11月の画像を見てください。");
    asking.press("直した依頼を登録");
    assertThat(asking.entry("11月の画像を見てください")).containsText("直す前の依頼（1件）");
    asking.shot("support-revised");

    Person doctor = Person.withPhone().signsIn(physician.login(), Preparation.PASSWORD);
    doctor.sees("遠隔診断の依頼が届いています");
    doctor.shot("support-list-phone");
    doctor.goes("/patients/" + patient.value());
    doctor.press("辞退する");
    doctor.type("辞退の理由", "専門外のため。");
    doctor.shot("support-decline");
    doctor.press("辞退を登録");
    assertThat(doctor.entry("11月の画像")).containsText("辞退されました");
    assertThat(asking.entry("11月の画像")).containsText("専門外のため。");
    assertThat(asking.button("依頼を直す")).hasCount(0);

    asking.fromMenuOf(asking.entry("11月の画像"), "削除");
    asking.confirm("削除");
    assertThat(asking.page.locator(".entry")).hasCount(0);
    asking.goes("/deleted");
    asking.sees("支援依頼");
    asking.shot("support-deleted");
    asking.press("復元");
    asking.confirm("復元");
    asking.sees("文書を復元しました。");
    asking.goes("/patients/" + patient.value());
    assertThat(asking.entry("11月の画像")).containsText("辞退されました");
    assertThat(asking.complaints()).isEmpty();
    assertThat(doctor.complaints()).isEmpty();
  }
}
