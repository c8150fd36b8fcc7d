package jp.tsunagaru.printing;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How text fills an area.
 *
 * @param sizes letter heights in millimetres, the wanted one first, then those it may shrink to
 * @param leading from one line to the next, in letter heights
 */
public record TextStyle(List<Double> sizes, double leading, Align align, Anchor anchor) {
  /** What fields of forms are filled with. */
  public static final TextStyle FIELD = of(3.5, 3.0, 2.5);

  public enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  public enum Anchor {
    TOP,
    MIDDLE
  }

  public TextStyle {
    sizes = List.copyOf(sizes);
    if (sizes.isEmpty()) {
      throw new IllegalArgumentException("no size");
    }
  }

  public static TextStyle of(double... sizes) {
    return new TextStyle(
        DoubleStream.of(sizes).boxed().toList(), 1.35, Align.LEFT, Anchor.TOP);
  }

  public TextStyle leading(double letterHeights) {
    return new TextStyle(sizes, letterHeights, align, anchor);
  }

  public TextStyle centered() {
    return new TextStyle(sizes, leading, Align.CENTER, anchor);
  }

  public TextStyle right() {
    return new TextStyle(sizes, leading, Align.RIGHT, anchor);
  }

  public TextStyle middle() {
    return new TextStyle(sizes, leading, align, Anchor.MIDDLE);
  }

  double height(double size, int lines) {
    return lines == 0 ? 0 : size * (1 + (lines - 1) * leading);
  }

  int linesIn(double height, double size) {
    return height < size - 1e-6 ? 0 : 1 + (int) ((height - size) / (size * leading) + 1e-6);
  }
}
