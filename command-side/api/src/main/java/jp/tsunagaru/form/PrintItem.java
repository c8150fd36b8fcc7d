package jp.tsunagaru.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something on the printed sheet; lengths are millimetres from its upper left corner. */
public sealed interface PrintItem {
  /** An area of the sheet. */
  record Place(double x, double y, double width, double height) {}

  record Rule(double fromX, double fromY, double toX, double toY, double thickness)
      implements PrintItem {}

  record Frame(Place place, double thickness) implements PrintItem {}

  /** Words of the sheet itself. */
  record Label(double x, double y, double size, String text) implements PrintItem {}

  /** Words of the sheet from top to bottom. */
  record Band(Place place, double size, String text) implements PrintItem {}

  /**
   * What stands in a field.
   *
   * @param sizes letter heights, the wanted one first, then those it may shrink to (FM-05)
   */
  record Words(String field, Place place, List<Double> sizes, Align align, boolean middle)
      implements PrintItem {
    public Words {
      sizes = List.copyOf(sizes);
    }
  }

  /** Age on a day that stands in the form. */
  record Age(String birth, String on, Place place, double size) implements PrintItem {}

  /**
   * A choice with its mark.
   *
   * @param underlinedBy the field that underlines it, if any (主治医意見書 4(5))
   */
  record Pick(
      String field,
      String choice,
      double x,
      double y,
      double size,
      String text,
      Look look,
      @Nullable String underlinedBy)
      implements PrintItem {}

  /** The rows of a table, each in a place of its own. */
  record Slots(String field, List<Place> places, List<Double> sizes) implements PrintItem {
    public Slots {
      places = List.copyOf(places);
      sizes = List.copyOf(sizes);
    }
  }

  enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  enum Look {
    CIRCLE,
    TICK
  }
}
