package jp.tsunagaru.shell.view;

import java.util.List;
import java.util.stream.Collectors;

/** Lines for spreadsheets, which take what begins with a sign of arithmetic for a formula. */
public final class CsvTable {
  /** Tells a spreadsheet that the letters are UTF-8. */
  public static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvTable() {}

  /** With its end. */
  public static String line(List<String> cells) {
    return cells.stream().map(CsvTable::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
