package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.document.ArticleContent;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.Medicine;
import jp.tsunagaru.document.MedicineId;
import jp.tsunagaru.document.MedicineStep;
import jp.tsunagaru.document.Visibility;
import jp.tsunagaru.document.VitalSign;
import jp.tsunagaru.document.VitalSigns;
import jp.tsunagaru.document.command.PostArticle;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.junit.jupiter.api.Test;

/** バイタル, 薬 and 検査データ at the screens of those who write and read them (DC-10). */
class MedicationTest {
  private final Preparation preparation = Preparation.ofRunningApplication();
  private final LocalDate today = LocalDate.now(RunningApplication.get().bean(Clock.class));

  @Test
  void a_visiting_nurse_enters_vital_signs_on_a_tablet_and_sees_their_course() {
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), "みゃく訪問看護", Affiliation.MEDICAL_ASSOCIATION, "myaku-admin");
    Preparation.Worker nurse =
        preparation.worker(
            administrator,
            "myaku-kango",
            new PersonName("脈", "はかり", "みゃく", "はかり"),
            Profession.NURSE,
            Role.CARE_USER);
    Preparation.Worker colleague =
        preparation.worker(
            administrator,
            "myaku-yakuzai",
            new PersonName("薬師", "寺子", "やくし", "てらこ"),
            Profession.PHARMACIST,
            Role.CARE_USER);
    PatientId patient =
        preparation.patient(
            nurse, Preparation.person("体温", "ハル", "たいおん", "はる", "0568-42-0101"), colleague);
    for (int days = 24; days > 0; days -= 3) {
      measure(nurse, patient, days, Visibility.TEAM, 36.2 + days % 5 * 0.2, 120 + days);
    }
    Visibility nurses =
        new Visibility(Visibility.Scope.PROFESSIONS, Set.of(), Set.of(), Set.of(Profession.NURSE));
    measure(nurse, patient, 2, nurses, 39.4, 160);

    Person person = Person.withTablet().signsIn("myaku-kango", Preparation.PASSWORD);
    person.goes("/patients/" + patient.value());
    person.field("連絡帳の本文").click();
    person.press("バイタル");
    person.type("体温（℃）", "３６。５");
    person.type("収縮期血圧（mmHg）", "128/76");
    person.type("脈拍（回/分）", "720");
    person.type("SpO2（％）", "７５");
    person.sees("10から300までの整数で入力してください。");
    person.sees("ふだん見ない値です。打ち間違いでないか確かめてください。");
    assertThat(person.field("体温（℃）")).hasValue("36.5");
    assertThat(person.field("収縮期血圧（mmHg）")).hasValue("128");
    assertThat(person.field("拡張期血圧（mmHg）")).hasValue("76");
    person.shot("vitals-composer");
    person.press("投稿");
    person.sees("10から300までの整数で入力してください。");
    assertThat(person.page.locator("article.entry").filter(in("36.5℃"))).hasCount(0);

    person.sees("下書き保存済み");
    person.page.reload();
    person.sees("下書きを戻しました");
    assertThat(person.field("脈拍（回/分）")).hasValue("720");
    assertThat(person.field("体温（℃）")).hasValue("36.5");
    person.type("脈拍（回/分）", "72");
    person.type("拡張期血圧（mmHg）", "128");
    person.sees("収縮期血圧より低い値にしてください。");
    person.type("拡張期血圧（mmHg）", "76");
    person.press("投稿");
    Locator entry = person.entry("血圧 128/76mmHg");
    assertThat(entry).containsText("体温 36.5℃");
    assertThat(entry).containsText("脈拍 72回/分");
    person.shot("vitals-entry");

    person.tab("バイタル");
    person.sees("血圧（mmHg）");
    assertThat(person.page.locator(".chart")).hasCount(4);
    assertThat(points(person, "体温")).hasCount(10);
    person.shot("vitals-chart");
    person.page.getByText("1週間").click();
    assertThat(person.page).hasURL(Pattern.compile("range=WEEK$"));
    assertThat(points(person, "体温")).hasCount(4);
    person.page.getByText("数値の一覧").first().click();
    assertThat(person.page.locator(".vital-table")).containsText("39.4");
    person.scrollsTo(person.page.locator(".vital-table"));
    person.shot("vitals-table");
    points(person, "体温 39.4").click();
    assertThat(person.page).hasURL(Pattern.compile("entry=doc_\\w+"));
    assertThat(person.page.locator("article.pointed-at")).containsText("39.4℃");
    person.shot("vitals-pointed");

    Person other = Person.withPhone().signsIn("myaku-yakuzai", Preparation.PASSWORD);
    other.goes("/patients/" + patient.value() + "/vitals?range=WEEK");
    other.sees("体温（℃）");
    other.shot("vitals-chart");
    assertThat(points(other, "体温")).hasCount(3);
    other.doesNotSee("39.4");
    other.goes("/patients/" + patient.value());
    other.scrollsTo(other.entry("血圧 128/76mmHg"));
    other.shot("vitals-entry");

    Person desk = Person.atDesk().signsIn("myaku-kango", Preparation.PASSWORD);
    desk.goes("/patients/" + patient.value() + "/vitals?range=QUARTER");
    desk.sees("体温（℃）");
    desk.shot("vitals-chart");
    assertThat(person.complaints()).isEmpty();
    assertThat(other.complaints()).isEmpty();
    assertThat(desk.complaints()).isEmpty();
    person.close();
    other.close();
    desk.close();
  }

  @Test
  void a_pharmacist_is_told_of_the_same_ingredient_and_decides() {
    Preparation.Worker administrator =
        preparation.facility(
            preparation.city(), "かさね薬局", Affiliation.PHARMACIST_ASSOCIATION, "kasane-admin");
    Preparation.Worker pharmacist =
        preparation.worker(
            administrator,
            "kasane-yaku",
            new PersonName("重", "かさね", "じゅう", "かさね"),
            Profession.PHARMACIST,
            Role.CARE_USER);
    PatientId patient =
        preparation.patient(
            pharmacist, Preparation.person("服用", "トメ", "ふくよう", "とめ", "0568-42-0102"));
    medicate(pharmacist, patient, "ノルバスク錠5mg", "アムロジピンベシル酸塩");
    medicate(pharmacist, patient, "ワーファリン錠1mg", "ワルファリンカリウム");

    Person desk = Person.atDesk().signsIn("kasane-yaku", Preparation.PASSWORD);
    desk.goes("/patients/" + patient.value() + "/medicines");
    desk.sees("いま使っている薬（2件）");
    desk.sees("同じ成分の薬は見つかりませんでした。");
    desk.sees("成分名の一致だけを見ています");

    desk.tab("連絡帳");
    desk.field("連絡帳の本文").click();
    desk.press("薬");
    desk.sees("ノルバスク錠5mg");
    desk.press("投稿");
    desk.sees("文章を書くか、ファイルの添付かバイタルなどの入力をしてください。");
    desk.type("薬の名前", "アムロジピンＯＤ錠５ｍｇ「トーワ」");
    assertThat(desk.page.locator(".ingredient-warning")).containsText("ノルバスク錠5mg（アムロジピンベシル酸塩）");
    desk.type("一般名（成分）", "アムロジピン");
    desk.type("1回量", "1錠");
    desk.type("用法", "朝食後");
    desk.type("日数", "１４");
    assertThat(desk.field("日数")).hasValue("14");
    desk.shot("medicines-composer");
    desk.press("投稿");
    desk.sees("このまま投稿する");
    desk.shot("medicines-question");
    desk.confirm("戻って確かめる");
    assertThat(desk.page.locator("article.entry").filter(in("トーワ"))).hasCount(0);
    desk.press("投稿");
    desk.confirm("このまま投稿する");
    assertThat(desk.entry("トーワ")).containsText("14日分");

    desk.tab("服薬");
    desk.sees("いま使っている薬（3件）");
    assertThat(desk.page.locator(".ingredient-warning")).containsText("トーワ");
    desk.shot("medicines-list");

    desk.tab("連絡帳");
    desk.field("連絡帳の本文").click();
    desk.press("薬");
    desk.press("ノルバスク錠5mgを中止する");
    assertThat(desk.page.locator(".medicine-warnings .ingredient-warning")).hasCount(0);
    desk.press("投稿");
    assertThat(desk.page.locator("article.entry").filter(in("中止"))).hasCount(1);
    Person phone = Person.withPhone().signsIn("kasane-yaku", Preparation.PASSWORD);
    phone.goes("/patients/" + patient.value() + "/medicines");
    phone.sees("いま使っている薬（2件）");
    phone.page.getByText("終わった薬・中止した薬（").click();
    phone.shot("medicines-list");

    desk.page.reload();
    desk.field("連絡帳の本文").click();
    desk.press("検査データ");
    desk.type("項目", "アルブミン");
    desk.press("投稿");
    desk.sees("入力してください。");
    desk.type("値", "3.1");
    desk.type("単位", "g/dL");
    desk.type("基準値", "4.1〜5.1");
    desk.shot("results-composer");
    desk.press("投稿");
    Locator entry = desk.entry("アルブミン");
    assertThat(entry.locator("table")).containsText("4.1〜5.1");
    desk.fromMenuOf(entry, "編集");
    Locator value = desk.page.locator("vaadin-dialog[opened] .result-line input").nth(1);
    assertThat(value).hasValue("3.1");
    value.fill("3.4");
    value.dispatchEvent("change");
    desk.press("新しい版として保存");
    assertThat(desk.entry("アルブミン").locator("table")).containsText("3.4");
    desk.fromMenuOf(desk.entry("アルブミン"), "版の比較");
    assertThat(desk.page.locator(".versions ins").first()).containsText("4");
    desk.shot("results-versions");
    desk.confirm("閉じる");
    phone.goes("/patients/" + patient.value());
    phone.scrollsTo(phone.entry("アルブミン"));
    phone.shot("results-entry");
    phone.field("連絡帳の本文").click();
    phone.press("薬");
    phone.scrollsTo(phone.field("薬の名前"));
    phone.shot("medicines-composer");
    assertThat(desk.complaints()).isEmpty();
    assertThat(phone.complaints()).isEmpty();
    desk.close();
    phone.close();
  }

  private static Locator.FilterOptions in(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator points(Person person, String words) {
    return person.page.locator(".chart-point[title*='" + words + "']");
  }

  private void measure(
      Preparation.Worker who,
      PatientId patient,
      int daysAgo,
      Visibility visibility,
      double temperature,
      int systolic) {
    LocalDate day = today.minusDays(daysAgo);
    post(
        who,
        patient,
        day,
        visibility,
        new ArticleContent(
            "",
            "",
            new VitalSigns(
                day.atTime(10, 0).atZone(ZoneId.of("Asia/Tokyo")).toInstant(),
                Map.of(
                    VitalSign.TEMPERATURE,
                    new BigDecimal("%.1f".formatted(temperature)),
                    VitalSign.SYSTOLIC,
                    BigDecimal.valueOf(systolic),
                    VitalSign.DIASTOLIC,
                    BigDecimal.valueOf(systolic - 50))),
            List.of(),
            List.of()));
  }

  private void medicate(Preparation.Worker who, PatientId patient, String name, String ingredient) {
    post(
        who,
        patient,
        today.minusDays(7),
        Visibility.TEAM,
        new ArticleContent(
            "",
            "お薬をお届けしました。",
            null,
            List.of(
                new Medicine(
                    MedicineId.next(),
                    MedicineStep.START,
                    name,
                    ingredient,
                    "1錠",
                    "朝食後",
                    today.minusDays(7),
                    null,
                    "かさね薬局")),
            List.of()));
  }

  private void post(
      Preparation.Worker who,
      PatientId patient,
      LocalDate day,
      Visibility visibility,
      ArticleContent content) {
    preparation.send(
        who.origin(),
        new PostArticle(
            DocumentId.next(), patient, day, content, Set.of("バイタル"), visibility, List.of()));
  }
}
