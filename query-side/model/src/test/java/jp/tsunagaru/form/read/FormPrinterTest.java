package jp.tsunagaru.form.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import jp.tsunagaru.form.Choice;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormField;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.printing.Printed;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormPrinterTest {
  private static final Instant AT = Instant.parse("2026-11-25T03:00:00Z");

  @ParameterizedTest
  @CsvSource({"HK16-2022, 1", "HK16-2024, 1", "HK18-2012, 1", "SI-2021, 2", "SI-2026, 2"})
  void an_empty_and_a_filled_form_take_the_pages_of_the_official_sheet(String version, int pages) {
    assertThat(print(version, FormValues.NONE).pages()).isEqualTo(pages);

    Printed filled = print(version, filled(version));

    assertThat(filled.pages()).isEqualTo(pages);
    String text = text(filled);
    FormDefinitions.official().of(version).fields().stream()
        .filter(FormField::isFreeText)
        .forEach(field -> assertThat(text).as(field.code()).contains(sample(field)));
  }

  @Test
  void dates_are_printed_in_the_era_and_with_the_age_on_the_day_of_issue() {
    String text =
        text(
            print(
                "HK16-2024",
                FormValues.NONE
                    .with("birthDate", "1947-11-26")
                    .with("issuedOn", "2026-11-25")
                    .with("period", "2026-12-01", "2027-05-31")));

    assertThat(text)
        .contains("昭和22年11月26日")
        .contains("（78歳）")
        .contains("令和8年11月25日")
        .contains("令和8年12月1日 ～ 令和9年5月31日");
  }

  @Test
  void medicines_stand_in_their_slots() {
    String text =
        text(
            print(
                "HK16-2024",
                FormValues.NONE.with(
                    "drugs",
                    "アムロジピン",
                    "5",
                    "mg",
                    "朝食後",
                    "",
                    "",
                    "",
                    "",
                    "酸化マグネシウム",
                    "330",
                    "mg",
                    "毎食後")));

    assertThat(text).contains("アムロジピン 5 mg 朝食後").contains("酸化マグネシウム 330 mg 毎食後");
  }

  @Test
  void a_text_at_the_limit_of_the_sheet_stays_on_it() {
    Printed printed = print("SI-2026", FormValues.NONE.with("course", numbered(560)));

    assertThat(printed.pages()).isEqualTo(2);
    assertThat(text(printed)).doesNotContain("別紙へ続く");
    assertThat(text(printed).replaceAll("\\s", "")).contains(numbered(560));
  }

  @Test
  void what_does_not_fit_goes_on_on_a_continuation_sheet_and_nothing_is_lost() {
    Printed printed = print("SI-2026", FormValues.NONE.with("course", numbered(3_000)));

    assertThat(printed.pages()).isGreaterThan(2);
    String text = text(printed).replaceAll("\\s", "");
    assertThat(text).contains("別紙へ続く");
    assertThat(text.substring(text.lastIndexOf("別紙主治医意見書")))
        .contains("（3）傷病または特定疾病の経過及び投薬内容を含む治療内容")
        .contains(numbered(3_000).substring(0, 300))
        .contains(numbered(3_000).substring(2_900));
  }

  @Test
  void a_chosen_choice_is_circled_and_another_is_not() throws IOException {
    int none = ink(print("HK16-2024", FormValues.NONE), 128, 88, 22, 7);
    int circled = ink(print("HK16-2024", FormValues.NONE.with("bedridden", "6")), 128, 88, 22, 7);
    int elsewhere = ink(print("HK16-2024", FormValues.NONE.with("bedridden", "2")), 128, 88, 22, 7);

    assertThat(circled).isGreaterThan(none);
    assertThat(elsewhere).isEqualTo(none);
  }

  @Test
  void a_service_of_special_need_is_underlined() throws IOException {
    FormValues ticked = FormValues.NONE.with("management", "2");
    int plain = ink(second(print("SI-2026", ticked)), 64, 172, 16, 3);
    int underlined =
        ink(second(print("SI-2026", ticked.with("managementUnderlined", "2"))), 64, 172, 16, 3);

    assertThat(underlined).isGreaterThan(plain);
  }

  @Test
  void the_consent_of_the_former_sheet_is_not_on_the_new_one() {
    assertThat(text(print("SI-2021", FormValues.NONE))).contains("同意しない");
    assertThat(text(print("SI-2026", FormValues.NONE))).doesNotContain("同意しない");
  }

  @Test
  void an_order_to_two_stations_has_a_sheet_for_each_with_the_other_one_on_it() {
    FormValues order =
        FormValues.NONE
            .with("addressee", "ひがし訪問看護")
            .with("otherStation", "1")
            .with("otherStationName", "にし訪問看護");

    Printed printed =
        FormPrinter.print("HK16-2024", Addressees.each(order), AT, "髙橋 一郎", "小牧ひがし診療所");

    assertThat(printed.pages()).isEqualTo(2);
    assertThat(Addressees.each(FormValues.NONE.with("addressee", "ひがし訪問看護"))).hasSize(1);
    String[] sheets = text(printed).split("2 / 2 ページ")[0].split("1 / 2 ページ");
    assertThat(sheets[0].indexOf("にし訪問看護")).isLessThan(sheets[0].indexOf("ひがし訪問看護"));
    assertThat(sheets[1].indexOf("ひがし訪問看護")).isLessThan(sheets[1].indexOf("にし訪問看護"));
  }

  @Test
  void a_name_that_the_font_cannot_write_is_marked_and_said() {
    Printed printed = print("SI-2026", FormValues.NONE.with("patientName", "葛󠄀城 花子"));

    assertThat(printed.missing()).hasSize(1);
    assertThat(text(printed)).contains("〓城 花子").contains("U+845B U+E0100");
  }

  private record Page(Printed printed, int index) {}

  private static Page second(Printed printed) {
    return new Page(printed, 1);
  }

  private static int ink(Printed printed, int x, int y, int width, int height) throws IOException {
    return ink(new Page(printed, 0), x, y, width, height);
  }

  /** Dark pixels in an area given in millimetres. */
  private static int ink(Page page, int x, int y, int width, int height) throws IOException {
    try (PDDocument document = Loader.loadPDF(page.printed().pdf())) {
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page.index(), 127);
      return (int)
          IntStream.range(y * 5, (y + height) * 5)
              .mapToLong(row ->
                  IntStream.range(x * 5, (x + width) * 5)
                      .filter(column -> (image.getRGB(column, row) & 0xFF) < 128)
                      .count())
              .sum();
    }
  }

  private static FormValues filled(String version) {
    FormDefinition form = FormDefinitions.official().of(version);
    FormValues values = FormValues.NONE;
    for (FormField field : form.fields()) {
      values =
          values.with(
              field.code(),
              switch (field.type()) {
                case TEXT, AREA -> List.of(sample(field));
                case NUMBER -> List.of("9");
                case DATE -> List.of("2026-11-25");
                case PERIOD -> List.of("2026-12-01", "2026-12-07");
                case PARTIAL_DATE -> List.of("2024");
                case FLAG -> List.of(FormField.TICKED);
                case CHOICE -> List.of(field.choices().getLast().code());
                case CHOICES -> field.choices().stream().map(Choice::code).toList();
                case TABLE -> List.of("薬", "1", "錠", "朝");
              });
    }
    return form.checked(values);
  }

  /** Something short that no other field says. */
  private static String sample(FormField field) {
    int number = Math.floorMod(field.code().hashCode(), 9_000) + 1_000;
    return field.max() < 8 ? Integer.toString(number) : "例" + number;
  }

  private static String numbered(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < length; i++) {
      text.append("経過").append(i).append("。");
    }
    return text.substring(0, length);
  }

  private static Printed print(String version, FormValues values) {
    return FormPrinter.print(version, List.of(values), AT, "髙橋 一郎", "小牧ひがし診療所");
  }

  private static String text(Printed printed) {
    try (PDDocument document = Loader.loadPDF(printed.pdf())) {
      return new PDFTextStripper().getText(document);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
