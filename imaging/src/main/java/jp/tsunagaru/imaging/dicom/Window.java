package jp.tsunagaru.imaging.dicom;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A window of interest.
 *
 * @param function how values are mapped
 */
record Window(double center, double width, Function function) {

  /** VOI LUT Function. */
  enum Function {
    LINEAR,
    LINEAR_EXACT,
    SIGMOID
  }

  /**
   * The first window that applies to a frame.
   *
   * @param real whether samples are floating point; the plain linear function counts in whole
   *     numbers and is replaced by the exact one then, as for windows narrower than 1
   */
  static Optional<Window> first(FrameAttributes attributes, boolean real) {
    Optional<DataSet> holder = attributes.holder(Tags.FRAME_VOI, Tags.WINDOW_CENTER);
    if (holder.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble center = holder.get().number(Tags.WINDOW_CENTER, 0);
    OptionalDouble width = holder.get().number(Tags.WINDOW_WIDTH, 0);
    Function function =
        switch (holder.get().text(Tags.VOI_FUNCTION)) {
          case "LINEAR_EXACT" -> Function.LINEAR_EXACT;
          case "SIGMOID" -> Function.SIGMOID;
          default -> Function.LINEAR;
        };
    if (center.isEmpty() || width.isEmpty() || width.getAsDouble() <= 0) {
      return Optional.empty();
    }
    return Optional.of(of(center.getAsDouble(), width.getAsDouble(), function, real));
  }

  static Window of(double center, double width, Function function, boolean real) {
    boolean exact = function == Function.LINEAR && (real || width < 1);
    return new Window(center, width, exact ? Function.LINEAR_EXACT : function);
  }

  /** Maps a value to 0 to 1. */
  double map(double value) {
    return switch (function) {
      case LINEAR -> {
        double half = (width - 1) / 2;
        double from = center - 0.5;
        if (value <= from - half) {
          yield 0;
        }
        if (value > from + half) {
          yield 1;
        }
        yield (value - from) / (width - 1) + 0.5;
      }
      case LINEAR_EXACT -> Math.clamp((value - center) / width + 0.5, 0, 1);
      case SIGMOID -> 1 / (1 + Math.exp(-4 * (value - center) / width));
    };
  }
}
