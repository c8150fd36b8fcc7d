package jp.tsunagaru.attachment;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.document.DocumentId;

/**
 * Makes pictures of sealed files when somebody looks: a page, a frame, another window. Whether they
 * may be seen was decided and recorded before; see {@code FindFile}. Both methods wait for a worker
 * process and keep nothing.
 */
public interface FilePictures {
  /**
   * One JPEG.
   *
   * @throws Refused {@code NOT_FOUND} when the key, the file or the page is gone, {@code
   *     UNAVAILABLE} when too many wait, {@code FILE_*} when there can be no picture
   */
  byte[] picture(DocumentId documentId, StoredFile original, View view) throws IOException;

  /**
   * What can be chosen about a DICOM file; empty for any other.
   *
   * @throws Refused {@code NOT_FOUND} when the key or the file is gone
   */
  Optional<Choices> choices(DocumentId documentId, StoredFile original) throws IOException;

  /**
   * What is asked for.
   *
   * @param page page or frame, counted from 1
   * @param window empty for the one that the file names
   */
  record View(int page, Optional<Window> window) {}

  /** Grey levels: centre and width in the units of the file, Hounsfield units for CT. */
  record Window(double center, double width) {
    private static final double LARGEST = 1e6;

    public Window {
      if (!(Math.abs(center) <= LARGEST) || !(width > 0 && width <= LARGEST)) {
        throw new IllegalArgumentException("no such window");
      }
    }
  }

  /**
   * @param modality such as {@code CT}, empty when unknown
   * @param windows those that the file names; the first is what is shown unasked
   */
  record Choices(int frames, boolean gray, String modality, List<Window> windows) {}
}
