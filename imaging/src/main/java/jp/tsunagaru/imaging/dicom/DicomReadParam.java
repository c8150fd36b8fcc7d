package jp.tsunagaru.imaging.dicom;

import java.util.OptionalDouble;
import javax.imageio.ImageReadParam;

/** Adds a window to the parameters of a read; both values are needed for it to count. */
public final class DicomReadParam extends ImageReadParam {
  private OptionalDouble windowCenter = OptionalDouble.empty();
  private OptionalDouble windowWidth = OptionalDouble.empty();

  public OptionalDouble windowCenter() {
    return windowCenter;
  }

  public OptionalDouble windowWidth() {
    return windowWidth;
  }

  /** Sets the centre in values after the modality transformation. */
  public void setWindowCenter(float center) {
    windowCenter = OptionalDouble.of(center);
  }

  public void setWindowWidth(float width) {
    windowWidth = OptionalDouble.of(width);
  }
}
