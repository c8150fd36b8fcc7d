package jp.tsunagaru.printing;

import java.util.ArrayList;
import java.util.List;

/** Text and tables from top to bottom over as many pages as they take; also continuation sheets. */
public final class Flow {
  private static final TextStyle TITLE = TextStyle.of(5, 4.5, 4).centered();
  private static final TextStyle HEADING = TextStyle.of(4);
  private static final TextStyle BODY = TextStyle.of(3.5).leading(1.5);
  private static final TextStyle SMALL = TextStyle.of(2.8);
  private static final TextStyle CELL = TextStyle.of(3.2);
  private static final double LABEL_WIDTH = 34;
  private static final double PADDING = 1.3;
  private static final double HAIRLINE = 0.15;

  private final Printout printout;
  private final String running;
  private Sheet sheet;
  private double y;

  /**
   * @param running what continuing pages say at their top
   */
  public Flow(Printout printout, String running) {
    this.printout = printout;
    this.running = running;
    this.sheet = printout.newSheet();
    this.y = Sheet.BODY.y();
  }

  public Flow title(String text) {
    return write(text, TITLE, 0).gap(3);
  }

  /** Begins on a new page rather than alone at the foot of one. */
  public Flow heading(String text) {
    keep(18);
    return write(text, HEADING, 0).gap(1).rule();
  }

  public Flow text(String text) {
    return write(text, BODY, 0);
  }

  public Flow small(String text) {
    return write(text, SMALL, 0);
  }

  /** A label at the left and its value, which may take several lines, beside it. */
  public Flow row(String label, String value) {
    keep(5);
    sheet.text(new Area(Sheet.BODY.x(), y, LABEL_WIDTH, 5), label, CELL);
    return write(value, CELL, LABEL_WIDTH).gap(1.2);
  }

  public Flow gap(double millimetres) {
    y += millimetres;
    return this;
  }

  public Flow rule() {
    sheet.line(Sheet.BODY.x(), y, Sheet.BODY.right(), y, HAIRLINE);
    return gap(1.8);
  }

  /** Begins a new page unless there is so much room. */
  public Flow keep(double millimetres) {
    if (Sheet.BODY.bottom() - y < millimetres) {
      turnPage();
    }
    return this;
  }

  /**
   * Rows with lines around them; the head comes again on every page.
   *
   * @param widths of the columns in millimetres
   */
  public Flow table(List<Double> widths, List<String> head, List<List<String>> rows) {
    keep(20);
    tableRow(widths, head, true);
    for (List<String> row : rows) {
      List<String> left = row;
      while (left.stream().anyMatch(cell -> !cell.isEmpty())) {
        if (Sheet.BODY.bottom() - y < height(widths, left) && (left == row || room() < 12)) {
          turnPage();
          tableRow(widths, head, true);
        }
        left = tableRow(widths, left, false);
      }
    }
    return gap(2);
  }

  private double room() {
    return Sheet.BODY.bottom() - y;
  }

  private double height(List<Double> widths, List<String> cells) {
    double highest = CELL.sizes().getFirst();
    for (int column = 0; column < widths.size(); column++) {
      highest =
          Math.max(
              highest,
              TextFitting.fit(
                      printout.font(),
                      widths.get(column) - 2 * PADDING,
                      Sheet.BODY.height(),
                      cells.get(column),
                      CELL)
                  .height());
    }
    return highest + 2 * PADDING;
  }

  private List<String> tableRow(List<Double> widths, List<String> cells, boolean head) {
    double height = Math.min(height(widths, cells), room());
    List<String> rests = new ArrayList<>();
    double x = Sheet.BODY.x();
    for (int column = 0; column < widths.size(); column++) {
      Area cell = new Area(x, y, widths.get(column), height);
      if (head) {
        sheet.shade(cell, 0.92);
      }
      sheet.box(cell, HAIRLINE);
      rests.add(sheet.text(cell.inside(PADDING), cells.get(column), CELL).rest());
      x = cell.right();
    }
    y += height;
    return rests;
  }

  private Flow write(String text, TextStyle style, double indent) {
    String left = text;
    while (!left.isEmpty()) {
      Area area =
          new Area(
              Sheet.BODY.x() + indent, y, Sheet.BODY.width() - indent, Math.max(0, room()));
      Fitted fitted = sheet.text(area, left, style);
      double size = fitted.size();
      y += fitted.lines().isEmpty() ? 0 : fitted.height() + size * (style.leading() - 1);
      left = fitted.rest();
      if (!left.isEmpty()) {
        turnPage();
      }
    }
    return this;
  }

  private void turnPage() {
    sheet = printout.newSheet();
    y = Sheet.BODY.y();
    if (!running.isEmpty()) {
      sheet.text(
          new Area(Sheet.BODY.x(), y, Sheet.BODY.width(), 4),
          PrintingTexts.get("continued", running),
          SMALL.right());
      y += 6;
    }
  }
}
