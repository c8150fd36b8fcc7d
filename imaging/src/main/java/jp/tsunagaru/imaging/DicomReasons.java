package jp.tsunagaru.imaging;

import jp.tsunagaru.imaging.dicom.DicomUnsupportedException;

/** Translates the reasons of the DICOM reader. */
final class DicomReasons {
  private DicomReasons() {}

  static Reason of(DicomUnsupportedException e) {
    return switch (e.code()) {
      case NOT_DICOM, CORRUPT -> Reason.CORRUPT;
      case TRUNCATED -> Reason.TRUNCATED;
      case NO_PIXEL_DATA -> Reason.NO_PIXEL_DATA;
      case UNSUPPORTED_SYNTAX -> Reason.UNSUPPORTED_SYNTAX;
      case VIDEO -> Reason.VIDEO;
      case PIXEL_BOMB -> Reason.PIXEL_BOMB;
      case ZIP_BOMB -> Reason.ZIP_BOMB;
      case NO_SUCH_FRAME -> Reason.NO_SUCH_PAGE;
      case INTERRUPTED -> Reason.TIMED_OUT;
    };
  }
}
