package jp.tsunagaru.printing;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/** One A4 page in portrait; the footer below {@link #BODY} is drawn by the printout. */
public final class Sheet {
  public static final double WIDTH = 210;
  public static final double HEIGHT = 297;

  /** What is left to content. */
  public static final Area BODY = new Area(16, 14, 178, 264);

  private static final double POINTS = 72 / 25.4;

  /** From the top of a letter's square to its base line. */
  private static final double ASCENT = 0.88;

  private static final double CURVE = 0.5523;
  private static final String TURNED_IN_COLUMNS =
      "\u30FC\uFF08\uFF09\u300C\u300D\u300E\u300F\u3010\u3011\u301C\uFF5E\u2026\u2025\u2014-()";
  private static final String UPPER_RIGHT_IN_COLUMNS = "\u3001\u3002";

  private final PrintFont font;
  private final PDFont letters;
  private final PDPageContentStream content;
  private final Set<MissingLetter> missing = new LinkedHashSet<>();

  Sheet(PrintFont font, PDFont letters, PDPageContentStream content) {
    this.font = font;
    this.letters = letters;
    this.content = content;
  }

  /** Fills an area; what is left over is in the answer and has to go somewhere else. */
  public Fitted text(Area area, String text, TextStyle style) {
    TextFitting.Placed placed =
        TextFitting.place(font, area.width(), area.height(), text, style);
    Fitted fitted = placed.fitted();
    double top =
        style.anchor() == TextStyle.Anchor.MIDDLE
            ? area.y() + Math.max(0, area.height() - fitted.height()) / 2
            : area.y();
    for (List<Letter> line : placed.lines()) {
      double spare = area.width() - fitted.size() * width(line);
      double x =
          switch (style.align()) {
            case LEFT -> area.x();
            case CENTER -> area.x() + spare / 2;
            case RIGHT -> area.x() + spare;
          };
      show(line, x, top + fitted.size() * ASCENT, fitted.size());
      top += fitted.size() * style.leading();
    }
    return fitted;
  }

  /** One line that is never broken; answers where it ends. For labels, not for what people wrote. */
  public double label(double x, double top, double size, String text) {
    List<Letter> line = font.letters(text);
    show(line, x, top + size * ASCENT, size);
    return x + size * width(line);
  }

  /** Letters below each other in the middle of an area, shrinking to its height. */
  public void column(Area area, double size, String text) {
    List<Letter> line = font.letters(text).stream().filter(one -> !one.drawn().isEmpty()).toList();
    if (line.isEmpty()) {
      return;
    }
    double step = Math.min(size * 1.15, area.height() / line.size());
    double height = Math.min(size, step);
    double top = area.y() + (area.height() - step * line.size()) / 2 + (step - height) / 2;
    double middle = area.x() + area.width() / 2;
    for (Letter letter : line) {
      boolean turned = TURNED_IN_COLUMNS.contains(letter.drawn());
      boolean upper = UPPER_RIGHT_IN_COLUMNS.contains(letter.drawn());
      if (turned) {
        turned(letter, middle, top + height / 2, height);
      } else {
        double lift = upper ? height * 0.55 : 0;
        show(
            List.of(letter),
            middle - height * letter.em() / 2 + lift,
            top + height * ASCENT - lift,
            height);
      }
      top += step;
    }
  }

  /** A label with a circle around it when it is chosen; answers where it ends. */
  public double choice(double x, double top, double size, String label, boolean chosen) {
    double end = label(x, top, size, label);
    if (chosen) {
      double height = size * 1.45;
      double width = Math.max(end - x + size * 0.9, height);
      ellipse((x + end) / 2, top + size / 2, width / 2, height / 2, 0.35);
    }
    return end;
  }

  /** A box to tick with its label; answers where the label ends. */
  public double tick(double x, double top, double size, String label, boolean ticked) {
    double side = size * 0.86;
    double y = top + (size - side) / 2;
    box(new Area(x, y, side, side), 0.2);
    if (ticked) {
      line(x + side * 0.18, y + side * 0.5, x + side * 0.42, y + side * 0.8, 0.45);
      line(x + side * 0.42, y + side * 0.8, x + side * 0.92, y + side * 0.1, 0.45);
    }
    return label(x + size * 1.2, top, size, label);
  }

  public void line(double fromX, double fromY, double toX, double toY, double thickness) {
    draw(() -> {
      content.setLineWidth(points(thickness));
      content.moveTo(points(fromX), fromTop(fromY));
      content.lineTo(points(toX), fromTop(toY));
      content.stroke();
    });
  }

  public void box(Area area, double thickness) {
    draw(() -> {
      content.setLineWidth(points(thickness));
      rectangle(area);
      content.stroke();
    });
  }

  /**
   * @param grey from 0, black, to 1, white
   */
  public void shade(Area area, double grey) {
    draw(() -> {
      content.setNonStrokingColor(new Color((float) grey, (float) grey, (float) grey));
      rectangle(area);
      content.fill();
      content.setNonStrokingColor(Color.BLACK);
    });
  }

  public void ellipse(
      double middleX, double middleY, double radiusX, double radiusY, double thickness) {
    double curveX = radiusX * CURVE;
    double curveY = radiusY * CURVE;
    draw(() -> {
      content.setLineWidth(points(thickness));
      content.moveTo(points(middleX - radiusX), fromTop(middleY));
      curve(
          middleX - radiusX, middleY - curveY,
          middleX - curveX, middleY - radiusY,
          middleX, middleY - radiusY);
      curve(
          middleX + curveX, middleY - radiusY,
          middleX + radiusX, middleY - curveY,
          middleX + radiusX, middleY);
      curve(
          middleX + radiusX, middleY + curveY,
          middleX + curveX, middleY + radiusY,
          middleX, middleY + radiusY);
      curve(
          middleX - curveX, middleY + radiusY,
          middleX - radiusX, middleY + curveY,
          middleX - radiusX, middleY);
      content.closeAndStroke();
    });
  }

  /** The characters of this page that the font lacks. */
  public List<MissingLetter> missing() {
    return List.copyOf(missing);
  }

  void close() {
    draw(content::close);
  }

  private void curve(double x1, double y1, double x2, double y2, double x3, double y3)
      throws IOException {
    content.curveTo(
        points(x1), fromTop(y1), points(x2), fromTop(y2), points(x3), fromTop(y3));
  }

  private void rectangle(Area area) throws IOException {
    content.addRect(
        points(area.x()), fromTop(area.bottom()), points(area.width()), points(area.height()));
  }

  private void show(List<Letter> line, double x, double baseLine, double size) {
    note(line);
    String drawn = TextFitting.drawn(line);
    if (drawn.isEmpty()) {
      return;
    }
    draw(() -> {
      content.beginText();
      content.setFont(letters, points(size));
      content.newLineAtOffset(points(x), fromTop(baseLine));
      content.showText(drawn);
      content.endText();
    });
  }

  private void turned(Letter letter, double middleX, double middleY, double size) {
    note(List.of(letter));
    draw(() -> {
      content.beginText();
      content.setFont(letters, points(size));
      // A quarter to the right around the middle of the letter's square.
      content.setTextMatrix(
          new Matrix(
              0,
              -1,
              1,
              0,
              points(middleX - size * (ASCENT - 0.5)),
              fromTop(middleY - size * letter.em() / 2)));
      content.showText(letter.drawn());
      content.endText();
    });
  }

  private void note(List<Letter> line) {
    line.stream()
        .filter(Letter::missing)
        .map(letter -> new MissingLetter(letter.written()))
        .forEach(missing::add);
  }

  private static double width(List<Letter> line) {
    return line.stream().mapToDouble(Letter::em).sum();
  }

  private static float points(double millimetres) {
    return (float) (millimetres * POINTS);
  }

  private static float fromTop(double millimetres) {
    return (float) ((HEIGHT - millimetres) * POINTS);
  }

  private interface Drawing {
    void run() throws IOException;
  }

  private static void draw(Drawing drawing) {
    try {
      drawing.run();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
