package jp.tsunagaru;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.PersonName;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.form.Choice;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormField;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.patient.PatientId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A physician fills in every field of every official form, confirms it and prints it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilledFormTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

  private final Preparation preparation = Preparation.ofRunningApplication();
  private Preparation.Worker physician;

  @BeforeAll
  void a_clinic() {
    Preparation.Worker clinic =
        preparation.facility(
            preparation.city(), "記入診療所", Affiliation.MEDICAL_ASSOCIATION, "kinyuu-admin");
    physician =
        preparation.worker(
            clinic,
            "kinyuu-ishi",
            new PersonName("記入", "一郎", "きにゅう", "いちろう"),
            Profession.PHYSICIAN,
            Role.CARE_USER);
  }

  @AfterEach
  void everybody_leaves(TestInfo test) {
    Person.everybodyLeaves("filled-end-" + test.getDisplayName().replaceAll("\\W", ""));
  }

  @ParameterizedTest
  @EnumSource(FormKind.class)
  void every_field_is_filled_in_confirmed_and_printed(FormKind kind) throws IOException {
    PatientId patient =
        preparation.patient(physician, Preparation.person("全部", "千代", "ぜんぶ", "ちよ", "0568-76-1188"));
    FormDefinition form = FormDefinitions.official().inForce(kind, TODAY);
    Person atDesk = Person.atDesk().signsIn(physician.login(), Preparation.PASSWORD);
    atDesk.goes("/patients/" + patient + "/forms?new=" + kind);
    atDesk.sees("基本情報から");
    Map<FormField, String> written = new LinkedHashMap<>();
    for (FormField field : form.fields()) {
      Locator place = atDesk.page.locator("[data-field='" + field.code() + "']");
      assertThat(place).isVisible();
      fill(place, form, field, written);
    }
    atDesk.sees("下書きを保存しました。");
    atDesk.shot("form-filled-" + kind);
    atDesk.press("確定");
    atDesk.confirm("確定");
    atDesk.sees("確定しました。");
    atDesk.sees("有効な文書");
    atDesk.page.locator(".form-open").first().click();
    atDesk.sees("差し替える");
    String read = atDesk.page.locator(".form-facts").innerText();
    for (FormField field : form.fields()) {
      assertThat(read).as("%s on the screen", field.code()).contains(field.label());
    }
    written.forEach(
        (field, text) -> assertThat(read).as("%s on the screen", field.code()).contains(text));
    atDesk.press("印刷");
    atDesk.confirm("印刷用PDFを作る");
    String address =
        atDesk
            .page
            .getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions().setName(java.util.regex.Pattern.compile("PDFを開く")))
            .getAttribute("href");
    byte[] pdf =
        atDesk.context.request().get(RunningApplication.get().url() + "/" + address).body();
    String paper = text(pdf);
    written.forEach(
        (field, text) -> assertThat(paper).as("%s on paper", field.code()).contains(text));
    assertThat(pdf.length).as("bytes").isLessThan(100_000);
    assertThat(atDesk.complaints()).isEmpty();
  }

  private static void fill(
      Locator place, FormDefinition form, FormField field, Map<FormField, String> written) {
    switch (field.type()) {
      case TEXT, AREA -> {
        String text = text(field);
        type(place.locator("input, textarea").first(), text);
        written.put(field, text);
      }
      case NUMBER -> type(place.locator("input").first(), "3");
      case PARTIAL_DATE -> type(place.locator("input").first(), "令和6年7月");
      case DATE ->
          type(
              place.locator("vaadin-text-field input").first(),
              field.code().equals("birthDate") ? "1947-07-05" : TODAY.toString());
      case PERIOD -> {
        type(place.locator("vaadin-text-field input").first(), TODAY.toString());
        type(place.locator("vaadin-text-field input").last(), TODAY.plusDays(6).toString());
      }
      case FLAG -> place.locator("input[type=checkbox]").check();
      case CHOICE -> {
        List<Choice> choices = field.choices();
        Set<String> opening = opening(form, field);
        Choice chosen =
            choices.stream()
                .filter(choice -> opening.contains(choice.code()))
                .findFirst()
                .orElse(choices.getLast());
        place.locator("input[type=radio]").nth(choices.indexOf(chosen)).check();
      }
      case CHOICES -> {
        Set<String> opening = opening(form, field);
        List<Choice> choices = field.choices();
        for (int at = 0; at < choices.size(); at++) {
          boolean wanted = opening.isEmpty() ? at == 0 : opening.contains(choices.get(at).code());
          if (wanted && place.locator("input[type=checkbox]").count() > at) {
            place.locator("input[type=checkbox]").nth(at).check();
          }
        }
      }
      case TABLE -> {
        int cells = field.rows() * field.columns().size();
        for (int at = 0; at < cells; at++) {
          type(place.locator("input").nth(at), "薬" + (at + 1));
        }
      }
    }
  }

  /** The choices that open further fields. */
  private static Set<String> opening(FormDefinition form, FormField field) {
    return form.fields().stream()
        .map(FormField::opening)
        .filter(each -> each != null && each.field().equals(field.code()))
        .map(each -> each.choice())
        .collect(Collectors.toSet());
  }

  private static void type(Locator input, String text) {
    input.fill(text);
    input.dispatchEvent("change");
  }

  /** Something that no other field says. */
  private static String text(FormField field) {
    int number = Math.floorMod(field.code().hashCode(), 9_000) + 1_000;
    return field.max() < 6 ? Integer.toString(number) : "記" + number;
  }

  private static String text(byte[] pdf) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      pages.add(new PDFTextStripper().getText(document));
    }
    return String.join("\n", pages);
  }
}
