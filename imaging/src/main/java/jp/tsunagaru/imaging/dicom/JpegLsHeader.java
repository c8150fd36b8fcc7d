package jp.tsunagaru.imaging.dicom;

import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.corrupt;
import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.truncated;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a JPEG-LS code stream says about itself.
 *
 * @param planar whether each component has a scan of its own
 */
record JpegLsHeader(int precision, int width, int height, int components, boolean planar) {

  static JpegLsHeader read(ByteBuffer stream) throws DicomUnsupportedException {
    ByteBuffer in = stream.duplicate().order(ByteOrder.BIG_ENDIAN);
    if (in.limit() < 4 || (in.getShort(0) & 0xFFFF) != 0xFFD8) {
      throw corrupt("jpeg-ls start");
    }
    int at = 2;
    int precision = 0;
    int width = 0;
    int height = 0;
    int components = 0;
    while (true) {
      if (in.limit() - at < 4) {
        throw truncated("jpeg-ls code stream");
      }
      int marker = in.getShort(at) & 0xFFFF;
      if (marker == 0xFFFF) {
        at++;
        continue;
      }
      int length = in.getShort(at + 2) & 0xFFFF;
      if (marker < 0xFFC0 || length < 2) {
        throw corrupt("jpeg-ls marker");
      }
      if (length > in.limit() - at - 2) {
        throw truncated("jpeg-ls code stream");
      }
      if (marker == 0xFFF7 && length >= 8) {
        precision = in.get(at + 4) & 0xFF;
        height = in.getShort(at + 5) & 0xFFFF;
        width = in.getShort(at + 7) & 0xFFFF;
        components = in.get(at + 9) & 0xFF;
        whole(in, at + 11 + 3 * components - 1, length, components);
      } else if (marker == 0xFFDA) {
        if (components == 0 || length < 6) {
          throw corrupt("jpeg-ls frame header");
        }
        ended(in);
        boolean planar = in.get(at + length) == 0 && components > 1;
        return new JpegLsHeader(precision, width, height, components, planar);
      }
      at += 2 + length;
    }
  }

  private static void whole(ByteBuffer in, int end, int length, int components)
      throws DicomUnsupportedException {
    if (length < 8 + 3 * components || end > in.limit()) {
      throw corrupt("jpeg-ls frame header");
    }
  }

  /** Without its end the decoder would search for it for a long time. */
  private static void ended(ByteBuffer in) throws DicomUnsupportedException {
    int at = in.limit() - 1;
    while (at > 1 && in.get(at) == 0) {
      at--;
    }
    if (in.get(at) != (byte) 0xD9 || in.get(at - 1) != (byte) 0xFF) {
      throw truncated("jpeg-ls code stream");
    }
  }

  /** Compares with the attributes of the file. */
  void check(PixelFormat format) throws DicomUnsupportedException {
    if (width != format.columns() || height != format.rows()) {
      throw corrupt("jpeg-ls size differs from rows and columns");
    }
    if (components != format.samples()) {
      throw corrupt("jpeg-ls components differ from samples per pixel");
    }
    if (precision < 2 || precision > 16) {
      throw corrupt("jpeg-ls precision");
    }
  }
}
