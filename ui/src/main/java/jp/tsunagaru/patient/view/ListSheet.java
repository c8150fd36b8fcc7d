package jp.tsunagaru.patient.view;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagaru.japanese.CareLevel;
import jp.tsunagaru.patient.query.PatientRow;
import jp.tsunagaru.shell.view.CsvTable;
import jp.tsunagaru.shell.view.DateTexts;
import jp.tsunagaru.shell.view.Names;
import jp.tsunagaru.shell.view.Texts;

/** The list of patients as a table for a file or for paper; what was posted stays where it is. */
final class ListSheet {
  private static final List<String> COLUMNS =
      List.of(
          "patient.name",
          "patient.kana",
          "patient.gender",
          "patient.birthDate",
          "patient.sheet.age",
          "patient.sheet.phone",
          "patient.careLevel",
          "patient.physician",
          "patient.sheet.team");

  private ListSheet() {}

  /** The first line names the columns. */
  static List<List<String>> of(List<PatientRow> rows, LocalDate today) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(COLUMNS.stream().map(Texts::get).toList());
    rows.forEach(row -> lines.add(line(row, today)));
    return lines;
  }

  static byte[] csv(List<List<String>> lines) {
    return lines.stream()
        .map(CsvTable::line)
        .collect(Collectors.joining("", CsvTable.BYTE_ORDER_MARK, ""))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> line(PatientRow row, LocalDate today) {
    CareLevel level = row.careLevel();
    return List.of(
        row.name(),
        row.kana(),
        Names.of(row.gender()),
        DateTexts.date(row.birthDate()),
        PatientRowCard.age(row.birthDate(), today),
        row.phone(),
        level == null ? "" : Names.of(level),
        row.physician(),
        Integer.toString(row.teamSize()));
  }
}
