package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.account.command.DeactivateAccount;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.EndReason;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.consent.command.EndUse;
import jp.tsunagaru.consent.command.WithdrawConsent;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.DeletionRequestId;
import jp.tsunagaru.retention.DeletionScope;
import jp.tsunagaru.retention.IdentityCheck;
import jp.tsunagaru.retention.command.ExecuteDeletion;
import jp.tsunagaru.retention.command.RequestDeletion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** 第28条 from a lost tablet to the closed case, as everybody in the chain lives through it. */
class IncidentTest {
  private static final String PATIENT = "置去 しずか";

  private final Preparation preparation = Preparation.ofRunningApplication();

  @AfterEach
  void everybodyLeaves(TestInfo test) {
    Person.everybodyLeaves("end-of-" + test.getTestMethod().orElseThrow().getName());
  }

  private Preparation.Worker office(String login, String family, Role... roles) {
    return preparation.worker(
        preparation.city(),
        login,
        new PersonName(family, "一", "じけん", "はじめ"),
        Profession.MUNICIPAL_OFFICER,
        roles);
  }

  @Test
  void a_lost_tablet_goes_from_the_nurse_to_the_council() {
    Preparation.Worker station =
        preparation.facility(
            preparation.city(), "置去訪問看護", Affiliation.MEDICAL_ASSOCIATION, "okizari-admin");
    Preparation.Worker loser =
        preparation.worker(
            station,
            "okizari-kango",
            new PersonName("置去", "看護", "おきざり", "かんご"),
            Profession.NURSE,
            Role.CARE_USER);
    Preparation.Worker stolen =
        preparation.worker(
            station,
            "okizari-tanmatsu",
            new PersonName("端末", "花", "たんまつ", "はな"),
            Profession.NURSE,
            Role.CARE_USER);
    office("jiken-keiyaku", "契約", Role.CONTRACTOR_OPS, Role.CONTRACTOR_HELPDESK);
    Preparation.Worker operator = office("jiken-shi", "市職", Role.CITY_OPERATOR);
    office("jiken-kyogi", "協議", Role.COUNCIL);
    PatientId patient =
        preparation.patient(loser, Preparation.person("置去", "しずか", "おきざり", "しずか", "0568-00-7103"));

    // The nurse reports from the patient's page and stays there.
    Person nurse = Person.withPhone();
    nurse.signsIn("okizari-kango", Preparation.PASSWORD);
    assertThat(nurse.rowOf(PATIENT)).isVisible();
    nurse.goes("/patients/" + patient.value());
    nurse.sees("記事はまだありません");
    String address = nurse.page.url();
    nurse.page.getByLabel("置去 看護さんのメニュー").click();
    nurse.page.getByText("事故・欠陥を報告する").last().click();
    assertThat(nurse.page.locator("vaadin-dialog[opened] vaadin-multi-select-combo-box").first())
        .containsText(PATIENT);
    nurse.press("報告する");
    nurse.sees("種類を選んでください。");
    nurse.choose("種類", "紛失・盗難");
    nurse.type("何があったか", "訪問の帰りにタブレットを電車に置き忘れました。画面の鍵はかかっています。");
    nurse.type("すぐにしたこと", "駅に連絡しました。");
    nurse.shot("incident-report");
    nurse.press("報告する");
    nurse.sees("報告しました。");
    assertThat(nurse.page.url()).isEqualTo(address);

    // The contractor takes it in, instructs, and signs the report to the city.
    Person contractor = Person.atDesk();
    contractor.signsIn("jiken-keiyaku", Preparation.PASSWORD);
    Locator mine = contractor.page.locator(".incident-card").filter(containing("置去 看護"));
    assertThat(mine).containsText("受付待ち");
    contractor.shot("incident-list");
    mine.getByRole(com.microsoft.playwright.options.AriaRole.LINK).click();
    contractor.sees("訪問の帰りにタブレット");
    contractor.doesNotSee(PATIENT);
    contractor.sees("患者番号 " + patient.value());
    contractor.press("受け付ける");
    contractor.press("指示する");
    contractor.type("指示の内容", "施設管理者にユーザーIDの停止を依頼してください。端末は触らないでください。");
    contractor.confirm("指示を送る");
    contractor.press("市へ報告する");
    contractor.type("範囲と原因の見立て", "端末は暗号化されていない。画面の鍵はある。");
    contractor.confirm("署名して市へ報告する");
    contractor.sees("署名の欄に印を付けてください。");
    contractor.tick("契約 一として署名する");
    contractor.shot("incident-sign");
    contractor.confirm("署名して市へ報告する");
    contractor.sees("契約事業者が署名して市へ報告");
    contractor.shot("incident-contractor");

    // The nurse reads the instruction.
    nurse.goes("/incidents");
    nurse.page.locator(".incident-card a").first().click();
    nurse.sees("施設管理者にユーザーIDの停止を依頼してください。");
    nurse.doesNotSee("端末は暗号化されていない。");
    nurse.shot("incident-reporter");

    // The administrator asks for a study; the contractor offers an estimate, which is accepted.
    Person administrator = Person.withTablet();
    administrator.signsIn("okizari-admin", Preparation.PASSWORD);
    assertThat(administrator.page).hasURL(Pattern.compile("/staff"));
    administrator.goes("/incidents");
    administrator.page.locator(".incident-card a").first().click();
    administrator.press("対策の検討を依頼する");
    administrator.type("依頼の内容", "端末の遠隔消去の方法を検討してください。");
    administrator.confirm("依頼する");
    administrator.sees("端末の遠隔消去の方法を検討してください。");
    contractor.page.reload();
    contractor.press("見積を提示する");
    contractor.type("金額（円・税込）", "330000");
    contractor.type("見積の範囲", "端末管理の導入と現地での設定");
    contractor.confirm("見積を提示する");
    contractor.sees("見積の提示：330,000円（税込）");
    administrator.page.reload();
    administrator.press("見積を承諾する");
    administrator.confirm("承諾する");
    administrator.sees("見積を承諾");
    administrator.shot("incident-study");

    // The city acts with real commands, judges, tells the persons and the council, and closes.
    Person city = Person.atDesk();
    city.signsIn("jiken-shi", Preparation.PASSWORD);
    assertThat(city.page).hasURL(Pattern.compile("/applications"));
    city.goes("/incidents");
    city.page
        .locator(".incident-card")
        .filter(containing("置去 看護"))
        .getByRole(com.microsoft.playwright.options.AriaRole.LINK)
        .click();
    city.sees(PATIENT);
    city.press("完了にする");
    city.type("結論", "終わり");
    city.confirm("完了にする");
    city.sees("先に「措置」が必要です。");
    city.press("閉じる");
    city.confirm("キャンセル");
    preparation.send(
        operator.origin(),
        new DeactivateAccount(stolen.accountId(), stolen.facilityId(), "INCIDENT"));
    endedWithdrawnAndErased(
        preparation.worker(
            station,
            "okizari-doryo",
            new PersonName("同僚", "花", "どうりょう", "はな"),
            Profession.NURSE,
            Role.CARE_USER));
    city.press("措置を記録する");
    for (String measure : List.of("利用の終結", "同意の撤回の登録", "患者の記録の消去")) {
      assertThat(city.page.getByText(Pattern.compile("^" + measure + " pat_"))).isVisible();
    }
    city.page.getByText(Pattern.compile("ユーザーIDの停止 端末 花")).click();
    city.shot("incident-measure");
    city.confirm("措置として記録する");
    city.sees("裏付けとなる記録");
    city.press("委員会への報告の要否を判断する");
    city.shot("incident-assess");
    city.confirm("判断を記録する");
    city.sees("個人情報保護委員会：報告が必要");
    city.press("速報を記録する");
    assertThat(city.field("1 概要")).hasValue(Pattern.compile("訪問の帰りにタブレット"));
    assertThat(city.field("3 本人の数")).hasValue("1人");
    assertThat(city.field("4 原因")).hasValue("端末は暗号化されていない。画面の鍵はある。");
    city.shot("incident-commission");
    city.confirm("速報を記録する");
    city.sees("個人情報保護委員会へ速報");
    city.press("本人への通知を記録する");
    city.type("方法と内容", "電話で知らせ、文書を送った");
    city.confirm("通知を記録する");
    city.sees("本人への通知（1人）");
    city.press("再発防止策を記録する");
    city.type("再発防止策", "持ち出す端末に遠隔消去を入れる");
    city.confirm("再発防止策を記録する");
    city.sees("持ち出す端末に遠隔消去を入れる");
    city.press("確報を記録する");
    city.type("5 二次被害またはそのおそれ", "なし");
    city.type("7 公表の状況", "公表しない");
    city.confirm("確報を記録する");
    city.sees("個人情報保護委員会へ確報");
    city.press("協議会へ報告する");
    city.type("要約（個人が分からないように）", PATIENT + "さんの記録を見られる端末をなくした。");
    city.confirm("協議会へ報告する");
    city.sees("患者や報告者の氏名、記録の番号が含まれています。");
    city.type("要約（個人が分からないように）", "持ち出し中の端末を1台なくし、ユーザーIDを止めた。");
    city.confirm("協議会へ報告する");
    city.sees("持ち出し中の端末を1台なくし");
    city.press("完了にする");
    city.type("結論", "端末は見つかり、開かれた形跡はない");
    city.confirm("完了にする");
    assertThat(city.page.locator(".page-head")).containsText("完了");
    city.shot("incident-closed");
    city.type("ユーザーID（紛失・漏えいのとき）", loser.login());
    city.press("調べて証拠をまとめる");
    city.sees("このIDで見られた記録は1件、開かれた記録は1件");
    city.sees(PATIENT + "：開かれた");
    // A head is signed soon after the last event.
    Locator unsigned = city.page.locator(".incident-evidence .attention-box");
    for (int look = 0; look < 20 && (look == 0 || unsigned.count() > 0); look++) {
      city.page.waitForTimeout(1_000);
      city.press("調べて証拠をまとめる");
      city.waits();
      city.sees("証拠パックをダウンロード（ZIP）");
    }
    assertThat(unsigned).hasCount(0);
    city.shot("incident-evidence");
    Map<String, byte[]> pack =
        unzipped(city.downloads(() -> city.page.getByText("証拠パックをダウンロード（ZIP）").click()));
    assertThat(pack.keySet())
        .contains(
            "1-read-me.txt",
            "2-steps.csv",
            "3-accesses.csv",
            "4-reach.csv",
            "5-sessions.csv",
            "domain.evidence",
            "access.evidence",
            "domain-head.jsonl",
            "access-head.jsonl",
            "public-key.pem");
    assertThat(text(pack, "2-steps.csv")).contains("ユーザーIDの停止").contains("施設管理者にユーザーIDの停止");
    assertThat(text(pack, "3-accesses.csv")).contains("置去 看護").contains(patient.value());
    assertThat(text(pack, "domain.evidence"))
        .startsWith("tsunagaru evidence 1 domain\n")
        .contains("jp.tsunagaru.account.event.AccountDeactivated")
        .contains("jp.tsunagaru.incident.event.IncidentClosed")
        .doesNotContain("持ち出し中の端末");

    Person council = Person.atDesk();
    council.signsIn("jiken-kyogi", Preparation.PASSWORD);
    Locator told = council.page.locator(".council-card");
    assertThat(told).containsText("持ち出し中の端末を1台なくし");
    assertThat(told).containsText("ユーザーIDの停止");
    assertThat(told).containsText("持ち出す端末に遠隔消去を入れる");
    for (String secret : List.of(PATIENT, "置去", "端末 花", "タブレット")) {
      council.doesNotSee(secret);
    }
    assertThat(council.page.locator(".incident-card")).hasCount(0);
    council.shot("incident-council");
    council.goes("/compliance");
    Locator chain = council.page.locator(".control-row").filter(containing("第28条"));
    assertThat(chain).containsText("期間中の報告");
    assertThat(council.page.locator(".control-row").filter(containing("バックアップ")))
        .containsText("控え");
    assertThat(council.page.locator(".control-row").filter(containing("二要素認証")))
        .containsText("赤：要対応");
    council.shot("compliance");
    council.press("月次報告を印刷する");
    council.press("印刷用PDFを作る");
    council.sees("PDFを開く");
    council.shot("compliance-print");
    city.goes("/compliance?month=2026-10");
    city.sees("安全管理の点検表");
    nurse.goes("/compliance");
    nurse.sees("ページが見つかりません");

    for (Person person : List.of(nurse, contractor, administrator, city, council)) {
      assertThat(person.complaints()).isEmpty();
    }
  }

  @Test
  void somebody_elses_incident_is_not_there_and_the_help_desk_files_for_a_caller() {
    Preparation.Worker desk = office("jiken-madoguchi", "窓口", Role.CONTRACTOR_HELPDESK);
    Person helpDesk = Person.atDesk();
    helpDesk.signsIn(desk.login(), Preparation.PASSWORD);
    helpDesk.press("事故・欠陥を報告する");
    helpDesk.choose("種類", "システムの欠陥");
    helpDesk.type("何があったか", "電話で受けた。画面が開かない。");
    helpDesk.press("報告する");
    helpDesk.sees("電話をかけてきた人と連絡先を入力してください。");
    helpDesk.type("電話をかけてきた人と連絡先", "青空薬局の方 0568-00-0001");
    helpDesk.press("報告する");
    helpDesk.sees("報告しました。");
    helpDesk.press("読み込み直す");
    Locator card = helpDesk.page.locator(".incident-card").filter(containing("窓口 一"));
    assertThat(card).containsText("電話を受けて代わりに報告");
    String address = card.locator("a").getAttribute("href");

    office("jiken-betsu", "別人", Role.COUNCIL);
    Person other = Person.atDesk();
    other.signsIn("jiken-betsu", Preparation.PASSWORD);
    other.sees("市から報告された事故");
    other.goes(address);
    other.sees("見つからないか、表示する権限がありません。");
    other.doesNotSee("青空薬局");
  }

  /** Three others of whom a leak was stopped by what ends sharing. */
  private void endedWithdrawnAndErased(Preparation.Worker nurse) {
    LocalDate today = LocalDate.now(RunningApplication.get().bean(Clock.class));
    Requester self = new Requester("本人", "");
    PatientId ended = another(nurse, "終");
    preparation.send(
        nurse.origin(), new EndUse(ConsentId.of(ended), ended, EndReason.MOVED_OUT, today));
    PatientId withdrawn = another(nurse, "撤");
    preparation.send(
        nurse.origin(),
        new WithdrawConsent(
            ConsentId.of(withdrawn), withdrawn, RequestChannel.FAMILY, self, today));
    PatientId erased = another(nurse, "消");
    DeletionRequestId request = DeletionRequestId.next();
    preparation.send(
        nurse.origin(),
        new RequestDeletion(
            request,
            erased,
            RequestChannel.FAMILY,
            IdentityCheck.ID_DOCUMENT,
            self,
            DeletionScope.EVERYTHING,
            Set.of(),
            null,
            null,
            today,
            today.plusDays(14)));
    preparation.send(nurse.origin(), new ExecuteDeletion(request, erased));
  }

  private PatientId another(Preparation.Worker nurse, String family) {
    return preparation.patient(nurse, Preparation.person(family, "別人", "べつ", "じん", "0568-00-7104"));
  }

  private static Map<String, byte[]> unzipped(byte[] zip) {
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static String text(Map<String, byte[]> pack, String name) {
    return new String(Objects.requireNonNull(pack.get(name)), StandardCharsets.UTF_8);
  }

  private static Locator.FilterOptions containing(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
