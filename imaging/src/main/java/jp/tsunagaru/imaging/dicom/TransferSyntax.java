package jp.tsunagaru.imaging.dicom;

import java.nio.ByteOrder;

/**
 * How a file encodes its attributes and its pixels.
 *
 * @param uid the registered identifier
 * @param pixels the coding of the frames
 */
record TransferSyntax(
    String uid, boolean explicit, boolean bigEndian, boolean deflated, Coding pixels) {

  /** Coding of the frames. */
  enum Coding {
    NATIVE,
    RLE,
    DEFLATED_FRAME,
    JPEG,
    JPEG_LOSSLESS,
    JPEG_LS,
    JPEG_2000,
    HTJ2K,
    JPEG_XL,
    VIDEO,
    REFERENCED,
    UNKNOWN
  }

  static TransferSyntax of(String uid) {
    return switch (uid) {
      case "1.2.840.10008.1.2" -> new TransferSyntax(uid, false, false, false, Coding.NATIVE);
      case "", "1.2.840.10008.1.2.1" ->
          new TransferSyntax(uid, !uid.isEmpty(), false, false, Coding.NATIVE);
      case "1.2.840.10008.1.2.2" -> new TransferSyntax(uid, true, true, false, Coding.NATIVE);
      case "1.2.840.10008.1.2.1.99" -> new TransferSyntax(uid, true, false, true, Coding.NATIVE);
      default -> new TransferSyntax(uid, true, false, false, coding(uid));
    };
  }

  private static Coding coding(String uid) {
    return switch (uid) {
      case "1.2.840.10008.1.2.5" -> Coding.RLE;
      case "1.2.840.10008.1.2.8.1" -> Coding.DEFLATED_FRAME;
      case "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51" -> Coding.JPEG;
      case "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70" -> Coding.JPEG_LOSSLESS;
      case "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81" -> Coding.JPEG_LS;
      case "1.2.840.10008.1.2.4.90",
          "1.2.840.10008.1.2.4.91",
          "1.2.840.10008.1.2.4.92",
          "1.2.840.10008.1.2.4.93" ->
          Coding.JPEG_2000;
      case "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203" ->
          Coding.HTJ2K;
      case "1.2.840.10008.1.2.4.110", "1.2.840.10008.1.2.4.111", "1.2.840.10008.1.2.4.112" ->
          Coding.JPEG_XL;
      case "1.2.840.10008.1.2.4.94",
          "1.2.840.10008.1.2.4.95",
          "1.2.840.10008.1.2.4.204",
          "1.2.840.10008.1.2.4.205" ->
          Coding.REFERENCED;
      default ->
          uid.matches("1\\.2\\.840\\.10008\\.1\\.2\\.4\\.10[0-8](\\.1)?")
                  || uid.startsWith("1.2.840.10008.1.2.7.")
              ? Coding.VIDEO
              : Coding.UNKNOWN;
    };
  }

  ByteOrder order() {
    return bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }
}
