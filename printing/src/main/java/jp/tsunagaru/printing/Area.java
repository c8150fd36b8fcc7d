package jp.tsunagaru.printing;

/** A rectangle in millimetres from the upper left corner of the page. */
public record Area(double x, double y, double width, double height) {

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  /** The same without a margin on all four sides. */
  public Area inside(double margin) {
    return new Area(x + margin, y + margin, width - 2 * margin, height - 2 * margin);
  }
}
