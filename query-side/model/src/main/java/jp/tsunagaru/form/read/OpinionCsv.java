package jp.tsunagaru.form.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.tsunagaru.form.Choice;
import jp.tsunagaru.form.FormDefinition;
import jp.tsunagaru.form.FormField;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.form.query.ExportNote;
import jp.tsunagaru.japanese.Age;
import jp.tsunagaru.japanese.Ms932;
import jp.tsunagaru.japanese.PartialDate;

/**
 * 主治医意見書 as one line of 121 columns in MS932 (domain §2.3.5, format 1.2). The format is older than
 * the sheet: what it has no column for, and what its characters cannot say, is reported.
 */
final class OpinionCsv {
  static final int COLUMNS = 121;

  private static final String FORMAT = "1.2";
  private static final String SOFTWARE = "Tsunagaru";
  private static final char LINE_BREAK = '\u000B';
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("ddHHmmss", Locale.ROOT);

  /** 訪問診療, 訪看, 訪リハ, 通リハ, 短期療養, 訪歯診, 訪歯衛, 訪薬, 訪栄, その他 by the codes of the sheet. */
  private static final List<String> MANAGEMENT =
      List.of("1", "2", "5", "9", "6", "3", "7", "4", "8", "12");

  /** 老人保健施設, 介護医療院, 特記すべき項目なし. */
  private static final Set<String> NEWER_MANAGEMENT = Set.of("10", "11", "13");

  private static final List<String> CAUTIONS =
      List.of(
          "cautionPressure",
          "cautionEating",
          "cautionSwallowing",
          "cautionMoving",
          "cautionExercise");

  private final FormDefinition form;
  private final FormValues values;
  private final List<byte[]> columns = new ArrayList<>();
  private final List<ExportNote> notes = new ArrayList<>();

  record Line(byte[] content, List<ExportNote> notes) {}

  private OpinionCsv(FormDefinition form, FormValues values) {
    this.form = form;
    this.values = values;
  }

  /**
   * @param at in Japan
   */
  static Line of(
      FormDefinition form,
      FormValues values,
      String insurerNumber,
      String insuredNumber,
      LocalDateTime at) {
    OpinionCsv csv = new OpinionCsv(form, values);
    csv.head(insurerNumber, insuredNumber, at);
    csv.disease();
    csv.state();
    csv.body();
    csv.life();
    csv.reportChoicesWithoutColumn();
    return new Line(csv.line(), List.copyOf(csv.notes));
  }

  /** 001–034. */
  private void head(String insurerNumber, String insuredNumber, LocalDateTime at) {
    code(FORMAT);
    code(SOFTWARE);
    code(insuredNumber + STAMP.format(at));
    code(insurerNumber);
    code("");
    code(insuredNumber);
    // 007–013 belong to the city's request for an opinion, which this system does not hold.
    for (int column = 7; column <= 13; column++) {
      code("");
    }
    day("writtenOn");
    text("patientKana");
    text("patientName");
    day("birthDate");
    code(age());
    choice("gender");
    text("postalCode");
    text("address");
    text("phone");
    text("physicianName");
    text("hospitalName");
    code("");
    text("hospitalAddress");
    text("hospitalPhone");
    text("hospitalFax");
    choice("consent");
    day("lastExaminedOn");
    choice("times");
    choice("otherDepartments");
    bits("departments");
    text("departmentOther");
  }

  /** 035–046. */
  private void disease() {
    for (String number : List.of("1", "2", "3")) {
      text("diagnosis" + number);
      String onset = values.text("onset" + number);
      words("onset" + number, onset.isEmpty() ? "" : PartialDate.format(onset));
    }
    choice("stability");
    text("instability");
    text("course");
    bits("treatments");
    bits("responses");
    bits("incontinence");
  }

  /** 047–058. */
  private void state() {
    choice("bedridden");
    choice("dementia");
    choice("memory");
    choice("cognition");
    choice("communication");
    choice("bpsd");
    // その他 is the twelfth of the twelve.
    bits("bpsdItems");
    text("bpsdOther");
    choice("mental");
    text("mentalName");
    choice("specialist");
    text("specialistName");
  }

  /** 059–095. */
  private void body() {
    choice("hand");
    text("height");
    text("weight");
    choice("weightChange");
    flag("limbLoss");
    text("limbLossSite");
    flag("paralysis");
    limb("1", "paralysisRightArm");
    limb("2", "paralysisLeftArm");
    limb("3", "paralysisRightLeg");
    limb("4", "paralysisLeftLeg");
    code(values.has("paralysisLimbs", "5") ? "1" : "0");
    text("paralysisOtherSite");
    choice("paralysisOther");
    part("weakness");
    part("contracture");
    part("pain");
    flag("ataxia");
    bits("ataxiaUpper");
    bits("ataxiaLower");
    bits("ataxiaTrunk");
    part("ulcer");
    part("skin");
  }

  /** 096–121. */
  private void life() {
    choice("walking");
    choice("wheelchair");
    bits("aids");
    choice("eating");
    choice("nutrition");
    text("nutritionNote");
    bits("risks");
    text("riskOther");
    text("riskPlan");
    choice("prospects");
    management();
    text("managementOther");
    for (int i = 0; i < CAUTIONS.size(); i++) {
      code(values.has("cautions", Integer.toString(i + 1)) ? "1" : "0");
      text(CAUTIONS.get(i));
    }
    text("cautionOther");
    choice("infection");
    text("infectionNote");
    text("remarks");
  }

  /** 0 nothing, 1 ticked, 2 ticked and underlined; the eleventh, 訪問相談, is not on the sheet. */
  private void management() {
    StringBuilder digits = new StringBuilder();
    for (String service : MANAGEMENT) {
      digits.append(
          values.has("managementUnderlined", service)
              ? '2'
              : values.has("management", service) ? '1' : '0');
    }
    code(digits.append('0').toString());
  }

  private void reportChoicesWithoutColumn() {
    FormField management = form.field("management");
    management.choices().stream()
        .filter(choice -> NEWER_MANAGEMENT.contains(choice.code()))
        .filter(choice -> values.has("management", choice.code()))
        .forEach(choice -> noColumn("management", choice));
    form.field("cautions")
        .choice("7")
        .filter(none -> values.has("cautions", "7"))
        .ifPresent(none -> noColumn("cautions", none));
  }

  private void noColumn(String field, Choice choice) {
    notes.add(new ExportNote(ExportNote.Kind.NO_COLUMN, field, choice.label(), ""));
  }

  private void part(String field) {
    flag(field);
    text(field + "Site");
    choice(field + "Level");
  }

  private void limb(String limb, String level) {
    code(values.has("paralysisLimbs", limb) ? "1" : "0");
    choice(level);
  }

  private void flag(String field) {
    code(values.ticked(field) ? "1" : "0");
  }

  /** 0 where nothing was chosen; blank where the sheet of this version does not ask. */
  private void choice(String field) {
    String chosen = values.text(field);
    code(form.find(field).isEmpty() ? "" : chosen.isEmpty() ? "0" : chosen);
  }

  private void bits(String field) {
    StringBuilder bits = new StringBuilder();
    form.field(field)
        .choices()
        .forEach(choice -> bits.append(values.has(field, choice.code()) ? '1' : '0'));
    code(bits.toString());
  }

  private void day(String field) {
    code(values.date(field).map(DAY::format).orElse(""));
  }

  private String age() {
    LocalDate birth = values.date("birthDate").orElse(null);
    LocalDate on = values.date("writtenOn").orElse(null);
    return birth == null || on == null || on.isBefore(birth)
        ? ""
        : Integer.toString(Age.display(birth, on));
  }

  private void text(String field) {
    words(field, values.text(field));
  }

  private void words(String field, String text) {
    Ms932.Report report = Ms932.check(text);
    report
        .findings()
        .forEach(finding ->
            notes.add(
                new ExportNote(
                    finding.isLost() ? ExportNote.Kind.LOST : ExportNote.Kind.REPLACED,
                    field,
                    finding.original(),
                    finding.replacement())));
    String writable = report.text().replace('\n', LINE_BREAK);
    boolean quoted = writable.indexOf(',') >= 0 || writable.indexOf('"') >= 0;
    columns.add(
        Ms932.check(quoted ? '"' + writable.replace("\"", "\"\"") + '"' : writable).bytes());
  }

  private void code(String ascii) {
    columns.add(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] line() {
    if (columns.size() != COLUMNS) {
      throw new IllegalStateException("columns: " + columns.size());
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        line.write(',');
      }
      line.writeBytes(columns.get(i));
    }
    line.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    return line.toByteArray();
  }
}
