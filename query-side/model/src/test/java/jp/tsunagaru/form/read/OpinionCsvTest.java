package jp.tsunagaru.form.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.List;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormDefinitions;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.query.ExportNote;
import org.junit.jupiter.api.Test;

class OpinionCsvTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final FormDefinition SHEET = FormDefinitions.official().of("SI-2026");
  private static final FormValues OPINION =
      FormValues.NONE
          .with("writtenOn", "2026-11-25")
          .with("patientName", "髙橋 千代")
          .with("birthDate", "1947-07-05")
          .with("gender", "2");

  @Test
  void every_value_stands_in_its_column() {
    String[] columns =
        columns(
            OPINION
                .with("patientKana", "たかはし ちよ")
                .with("departments", "1", "4", "13")
                .with("departmentOther", "血管外科")
                .with("diagnosis1", "脳梗塞後遺症")
                .with("onset1", "2024-07")
                .with("course", "一行目\n二行目")
                .with("treatments", "1", "9")
                .with("bedridden", "7")
                .with("bpsdItems", "1", "12")
                .with("paralysis", "1")
                .with("paralysisLimbs", "2", "5")
                .with("paralysisLeftArm", "3")
                .with("skin", "1")
                .with("skinSite", "仙骨部")
                .with("skinLevel", "1")
                .with("aids", "2", "3")
                .with("risks", "2", "14")
                .with("management", "2", "5", "9", "12")
                .with("managementUnderlined", "2")
                .with("cautions", "3")
                .with("cautionSwallowing", "とろみ")
                .with("infection", "3"));

    assertThat(columns).hasSize(121);
    assertThat(column(columns, 1)).isEqualTo("1.2");
    assertThat(column(columns, 3)).isEqualTo("000000000125093005");
    assertThat(column(columns, 4)).isEqualTo("232199");
    assertThat(column(columns, 14)).isEqualTo("20261125");
    assertThat(column(columns, 16)).isEqualTo("髙橋 千代");
    assertThat(column(columns, 17)).isEqualTo("19470705");
    assertThat(column(columns, 18)).isEqualTo("79");
    assertThat(column(columns, 19)).isEqualTo("2");
    assertThat(column(columns, 29)).as("no longer asked").isEmpty();
    assertThat(column(columns, 33)).isEqualTo("1001000000001");
    assertThat(column(columns, 34)).isEqualTo("血管外科");
    assertThat(column(columns, 35)).isEqualTo("脳梗塞後遺症");
    assertThat(column(columns, 36)).isEqualTo("令和6年7月");
    assertThat(column(columns, 41)).isEqualTo("0");
    assertThat(column(columns, 43)).isEqualTo("一行目\u000B二行目");
    assertThat(column(columns, 44)).isEqualTo("100000001");
    assertThat(column(columns, 45)).isEqualTo("00");
    assertThat(column(columns, 47)).isEqualTo("7");
    assertThat(column(columns, 53)).isEqualTo("100000000001");
    assertThat(column(columns, 65)).isEqualTo("1");
    assertThat(column(columns, 68)).isEqualTo("1");
    assertThat(column(columns, 69)).isEqualTo("3");
    assertThat(column(columns, 74)).isEqualTo("1");
    assertThat(List.of(columns).subList(92, 95)).containsExactly("1", "仙骨部", "1");
    assertThat(column(columns, 98)).isEqualTo("011");
    assertThat(column(columns, 102)).isEqualTo("01000000000001");
    assertThat(column(columns, 106)).isEqualTo("02110000010");
    assertThat(List.of(columns).subList(111, 113)).containsExactly("1", "とろみ");
    assertThat(column(columns, 119)).isEqualTo("3");
  }

  @Test
  void text_with_a_comma_or_a_quote_stays_one_column() {
    OpinionCsv.Line line = line(SHEET, OPINION.with("remarks", "独居, \"要注意\""));

    assertThat(new String(line.content(), MS932)).endsWith(",\"独居, \"\"要注意\"\"\"\r\n");
  }

  @Test
  void the_former_sheet_says_whether_the_physician_agreed() {
    FormDefinition former = FormDefinitions.official().of("SI-2021");
    OpinionCsv.Line line = line(former, OPINION.with("consent", "1"));

    assertThat(new String(line.content(), MS932).split(",", -1)[28]).isEqualTo("1");
  }

  @Test
  void characters_that_do_not_fit_are_reported_and_never_dropped_silently() {
    OpinionCsv.Line line =
        line(SHEET, OPINION.with("patientName", "𠮷田 鷗子").with("remarks", "10〜20回 ⑳"));

    String text = new String(line.content(), MS932);
    assertThat(text).contains("10～20回");
    assertThat(line.notes())
        .contains(new ExportNote(ExportNote.Kind.REPLACED, "patientName", "𠮷", "吉"))
        .contains(new ExportNote(ExportNote.Kind.REPLACED, "remarks", "〜", "～"))
        .anyMatch(note -> note.field().equals("patientName") && note.original().equals("鷗"));
    assertThat(text.split(",", -1)).hasSize(121);
  }

  @Test
  void choices_without_a_column_are_reported() {
    OpinionCsv.Line line =
        line(SHEET, OPINION.with("management", "10", "11").with("cautions", "7"));

    assertThat(line.notes())
        .containsExactly(
            new ExportNote(ExportNote.Kind.NO_COLUMN, "management", "老人保健施設", ""),
            new ExportNote(ExportNote.Kind.NO_COLUMN, "management", "介護医療院", ""),
            new ExportNote(ExportNote.Kind.NO_COLUMN, "cautions", "特記すべき項目なし", ""));
  }

  private static String column(String[] columns, int number) {
    return columns[number - 1];
  }

  private static String[] columns(FormValues values) {
    OpinionCsv.Line line = line(SHEET, values.with("remarks", "独居"));
    assertThat(line.notes()).isEmpty();
    return new String(line.content(), MS932).strip().split(",", -1);
  }

  private static OpinionCsv.Line line(FormDefinition sheet, FormValues values) {
    return OpinionCsv.of(
        sheet, values, "232199", "0000000001", LocalDateTime.of(2026, 11, 25, 9, 30, 5));
  }
}
