package jp.tsunagaru.imaging;

import java.util.List;

/**
 * What a viewer has to know before it asks for pictures.
 *
 * @param pages pages of a PDF, frames of a DICOM file
 * @param gray whether windows change the picture
 * @param modality the DICOM code of the kind of examination, empty when it is none of the short
 *     known form
 * @param windows the windows that the file itself names for its representative frame; the first is
 *     the one that is shown unasked
 */
public record PictureFacts(int pages, boolean gray, String modality, List<Window> windows) {
  /** Centre and width in values after the modality transformation. */
  public record Window(double center, double width) {}

  public PictureFacts {
    windows = List.copyOf(windows);
  }
}
