package jp.tsunagaru.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Shrinks in the steps of the style; what is too long even then comes back as a rest. */
public final class TextFitting {
  private TextFitting() {}

  /** Measures without drawing. */
  public static Fitted fit(
      PrintFont font, double width, double height, String text, TextStyle style) {
    return place(font, width, height, text, style).fitted();
  }

  record Placed(Fitted fitted, List<List<Letter>> lines) {}

  static Placed place(
      PrintFont font, double width, double height, String text, TextStyle style) {
    List<Letter> letters = font.letters(text);
    for (double size : style.sizes()) {
      Placed placed = place(letters, width, style.linesIn(height, size), size, style);
      if (placed.fitted().complete() || size == style.sizes().getLast()) {
        return placed;
      }
    }
    throw new IllegalStateException("a style has a size");
  }

  private static Placed place(
      List<Letter> letters, double width, int mostLines, double size, TextStyle style) {
    List<List<Letter>> lines = new ArrayList<>();
    int at = 0;
    while (at < letters.size() && lines.size() < mostLines) {
      LineBreaks.Line line = LineBreaks.next(letters, at, width / size);
      lines.add(letters.subList(line.start(), line.end()));
      at = line.next();
    }
    String rest =
        letters.subList(at, letters.size()).stream()
            .map(Letter::written)
            .collect(Collectors.joining());
    return new Placed(
        new Fitted(
            size,
            lines.stream().map(TextFitting::drawn).toList(),
            style.height(size, lines.size()),
            rest),
        lines);
  }

  static String drawn(List<Letter> line) {
    return line.stream().map(Letter::drawn).collect(Collectors.joining());
  }
}
