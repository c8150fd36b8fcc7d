package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.japanese.Wareki;
import jp.tsunagaru.patient.ExtendedSchema;
import jp.tsunagaru.patient.ExtendedSchemas;
import jp.tsunagaru.patient.ExtendedSchemasId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.patient.command.DefineExtendedSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 拡張情報の項目 (PT-08), from the city's desk to the page of a patient. */
class ExtendedSchemaTest {
  private final Preparation preparation = Preparation.ofRunningApplication();
  private final Preparation.Worker city = preparation.city();
  private final ExtendedSchemas schemas = RunningApplication.get().bean(ExtendedSchemas.class);
  private final LocalDate today = LocalDate.now(RunningApplication.get().bean(Clock.class));

  @AfterEach
  void what_is_built_in_comes_back() {
    Person.everybodyLeaves("extended-schema-last");
    ExtendedSchema last = schemas.planned().orElseGet(schemas::inForce);
    preparation.send(
        city.origin(),
        new DefineExtendedSchema(
            ExtendedSchemasId.CITY,
            last.version(),
            today,
            schemas.version(ExtendedSchema.BUILT_IN).orElseThrow().sections()));
  }

  @Test
  void the_city_decides_what_is_asked_for_and_no_value_is_lost() {
    Preparation.Worker nurse = nurse();
    PatientId patient =
        preparation.patient(nurse, Preparation.person("項目", "タミ", "こうもく", "たみ", "0568-42-0021"));
    preparation.extend(
        nurse,
        patient,
        0,
        Map.of(
            "infection", List.of("mrsa", "scabies"),
            "keyPerson", List.of("長女"),
            "evacuationPlace", List.of("公民館")));

    Person desk = Person.atDesk().signsIn(RunningApplication.CITY_LOGIN, Preparation.PASSWORD);
    desk.link("拡張情報の項目");
    desk.sees("今使われている項目：");
    desk.press("この内容に決める");
    desk.sees("変わったところがありません。");
    desk.page.getByText("選択肢：なし・MRSA").click();
    desk.press("「疥癬」を外す");
    desk.press("「避難先」を外す");
    desk.press("「キーパーソン」を上へ");
    fill(name(desk, "キーパーソン"), "主な連絡役");
    Locator life = desk.page.locator(".schema-section").nth(1);
    life.getByText("項目を追加").click();
    desk.press("この内容に決める");
    desk.sees("足りないところがあります。");
    desk.sees("入力してください。");
    fill(life.getByLabel("項目の名前").last(), "ペット");
    chooseKind(life, "一つ選ぶ");
    desk.press("この内容に決める");
    desk.sees("選択肢を一つ以上作ってください。");
    life.getByText("選択肢を追加").last().click();
    fill(life.getByLabel("選択肢の名前").locator("visible=true").last(), "犬");
    desk.shot("extended-schema-edit");
    desk.press("この内容の見本");
    assertThat(dialog(desk)).containsText("ペット");
    desk.shot("extended-schema-preview");
    desk.confirm("閉じる");
    desk.press("この内容に決める");
    assertThat(dialog(desk)).containsText("追加：「ペット」");
    assertThat(dialog(desk)).containsText("外す：「避難先」");
    assertThat(dialog(desk)).containsText("「感染症」の選択肢を外す：「疥癬」");
    assertThat(dialog(desk)).containsText("名前：「キーパーソン」→「主な連絡役」");
    assertThat(dialog(desk)).containsText("節または並び順");
    desk.shot("extended-schema-question");
    desk.confirm("この内容に決める");
    desk.sees("拡張情報の項目を決めました。");
    assertThat(desk.page.locator(".schema-page .version").first()).containsText("決めた人：市管理者");

    Person person = Person.withTablet().signsIn("koumoku-kango", Preparation.PASSWORD);
    person.goes("/patients/" + patient.value() + "/extended");
    person.sees("主な連絡役");
    person.sees("MRSA・疥癬");
    person.sees("以前の項目");
    person.sees("公民館");
    person.press("拡張情報を編集");
    assertThat(person.field("疥癬（今は選べません）")).isChecked();
    person.shot("extended-schema-gone-option");
    person.choose("ペット", "犬");
    person.press("保存する");
    person.sees("拡張情報を1項目保存しました。");
    person.sees("MRSA・疥癬");
    person.press("拡張情報を編集");
    person.tick("結核");
    person.press("保存する");
    person.sees("MRSA・結核");
    person.shot("extended-schema-patient");
    assertThat(desk.complaints()).isEmpty();
    assertThat(person.complaints()).isEmpty();
  }

  @Test
  void what_is_planned_is_shown_replaced_and_taken_back() {
    LocalDate later = today.plusMonths(3);
    Person phone = Person.withPhone().signsIn(RunningApplication.CITY_LOGIN, Preparation.PASSWORD);
    assertThat(phone.page).hasURL(Pattern.compile("/applications"));
    phone.goes("/extended-schema");
    phone.press("「避難先」を外す");
    phone.type("使い始める日", Wareki.format(today.minusDays(1)));
    phone.press("この内容に決める");
    phone.sees("今日か、今日より後の日を入力してください。");
    phone.type("使い始める日", Wareki.format(later));
    phone.shot("extended-schema");
    phone.press("この内容に決める");
    phone.confirm("この内容に決める");
    phone.sees("が使われます（予定）");
    assertThat(schemas.inForce().field("evacuationPlace")).isPresent();
    assertThat(schemas.planned().orElseThrow().effectiveFrom()).isEqualTo(later);
    phone.shot("extended-schema-planned");

    preparation.worker(
        city,
        "koumoku-kansa",
        new PersonName("項目", "監", "こうもく", "かん"),
        Profession.MUNICIPAL_OFFICER,
        Role.CITY_AUDITOR);
    Person auditor = Person.atDesk().signsIn("koumoku-kansa", Preparation.PASSWORD);
    assertThat(auditor.page).hasURL(Pattern.compile("/audit"));
    auditor.goes("/extended-schema");
    auditor.sees("が使われます（予定）");
    assertThat(auditor.button("予定を取りやめる")).hasCount(0);
    assertThat(auditor.button("この内容に決める")).hasCount(0);
    auditor.shot("extended-schema-auditor");

    phone.press("予定を取りやめる");
    phone.confirm("予定を取りやめる");
    phone.sees("予定を取りやめました。");
    assertThat(phone.page.getByText("が使われます（予定）")).hasCount(0);
    assertThat(phone.page.locator(".schema-page .version").first()).containsText("使われませんでした（市管理者");
    assertThat(phone.complaints()).isEmpty();
    assertThat(auditor.complaints()).isEmpty();
  }

  private Preparation.Worker nurse() {
    return preparation.worker(
        preparation.facility(city, "項目訪問看護", Affiliation.MEDICAL_ASSOCIATION, "koumoku-admin"),
        "koumoku-kango",
        new PersonName("項", "花", "こう", "はな"),
        Profession.NURSE,
        Role.CARE_USER);
  }

  private static Locator dialog(Person person) {
    return person.page.locator("vaadin-dialog[opened]");
  }

  private static Locator name(Person person, String value) {
    Locator fields = person.page.locator(".schema-field input");
    int[] at = {-1};
    person.page.waitForCondition(() -> {
      for (int i = 0; i < fields.count(); i++) {
        if (fields.nth(i).inputValue().equals(value)) {
          at[0] = i;
        }
      }
      return at[0] >= 0;
    });
    return fields.nth(at[0]);
  }

  private static void fill(Locator field, String text) {
    field.fill(text);
    field.dispatchEvent("change");
  }

  private static void chooseKind(Locator section, String kind) {
    Locator select = section.locator("vaadin-select").last();
    select.click();
    Locator option =
        section
            .page()
            .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(kind).setExact(true));
    option.click();
    assertThat(select).containsText(kind);
  }
}
