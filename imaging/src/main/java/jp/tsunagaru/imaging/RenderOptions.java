package jp.tsunagaru.imaging;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What to render.
 *
 * @param page page of a PDF or frame of a DICOM file, counted from 1; empty for page 1 or the
 *     representative frame
 * @param windowCenter DICOM window centre, used only together with the width
 * @param windowWidth DICOM window width
 * @param limits upper bounds
 */
public record RenderOptions(
    OptionalInt page, OptionalDouble windowCenter, OptionalDouble windowWidth, Limits limits) {

  public static RenderOptions standard() {
    return new RenderOptions(
        OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Limits.standard());
  }

  public RenderOptions withPage(int number) {
    return new RenderOptions(OptionalInt.of(number), windowCenter, windowWidth, limits);
  }

  public RenderOptions withWindow(double center, double width) {
    return new RenderOptions(page, OptionalDouble.of(center), OptionalDouble.of(width), limits);
  }

  public RenderOptions withLimits(Limits other) {
    return new RenderOptions(page, windowCenter, windowWidth, other);
  }
}
