package jp.tsunagaru.imaging.dicom;

import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.corrupt;
import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.truncated;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a JPEG code stream says about itself.
 *
 * @param process last four bits of the frame marker: 0 baseline, 1 extended, 2 progressive, 3
 *     lossless
 * @param componentIds one byte for each component
 * @param adobeTransform value in the Adobe marker, -1 without
 */
record JpegHeader(
    int process,
    int precision,
    int width,
    int height,
    byte[] componentIds,
    boolean subsampled,
    boolean jfif,
    int adobeTransform) {

  static JpegHeader read(ByteBuffer stream) throws DicomUnsupportedException {
    ByteBuffer in = stream.duplicate().order(ByteOrder.BIG_ENDIAN);
    if (in.limit() < 4 || (in.getShort(0) & 0xFFFF) != 0xFFD8) {
      throw corrupt("jpeg start");
    }
    int at = 2;
    boolean jfif = false;
    int adobe = -1;
    while (true) {
      at = marker(in, at);
      int marker = in.get(at - 1) & 0xFF;
      if (marker == 0xD9 || marker == 0xDA) {
        throw corrupt("jpeg frame header");
      }
      int length = segment(in, at);
      if (marker == 0xE0 && length >= 7 && in.getInt(at + 2) == 0x4A464946) {
        jfif = true;
      } else if (marker == 0xEE && length >= 14 && in.getInt(at + 2) == 0x41646F62) {
        adobe = in.get(at + 13) & 0xFF;
      } else if (marker >= 0xC0
          && marker <= 0xCF
          && marker != 0xC4
          && marker != 0xC8
          && marker != 0xCC) {
        return frame(in, at, length, marker & 0x0F, jfif, adobe);
      } else if (marker == 0xF7) {
        throw DicomUnsupportedException.unsupported("jpeg-ls in a jpeg syntax");
      }
      at += length;
    }
  }

  private static JpegHeader frame(
      ByteBuffer in, int at, int length, int process, boolean jfif, int adobe)
      throws DicomUnsupportedException {
    int components = length >= 8 ? in.get(at + 7) & 0xFF : 0;
    if (components < 1 || length < 8 + 3 * components) {
      throw corrupt("jpeg frame header");
    }
    byte[] ids = new byte[components];
    boolean subsampled = false;
    int firstSampling = in.get(at + 9);
    for (int i = 0; i < components; i++) {
      ids[i] = in.get(at + 8 + 3 * i);
      subsampled |= in.get(at + 9 + 3 * i) != firstSampling;
    }
    // Later Adobe markers count as well; they are allowed anywhere before the scan.
    int later = adobe >= 0 ? adobe : laterAdobe(in, at + length);
    return new JpegHeader(
        process,
        in.get(at + 2) & 0xFF,
        in.getShort(at + 5) & 0xFFFF,
        in.getShort(at + 3) & 0xFFFF,
        ids,
        subsampled,
        jfif,
        later);
  }

  private static int laterAdobe(ByteBuffer in, int from) throws DicomUnsupportedException {
    int at = from;
    while (true) {
      at = marker(in, at);
      int marker = in.get(at - 1) & 0xFF;
      if (marker == 0xDA || marker == 0xD9) {
        return -1;
      }
      int length = segment(in, at);
      if (marker == 0xEE && length >= 14 && in.getInt(at + 2) == 0x41646F62) {
        return in.get(at + 13) & 0xFF;
      }
      at += length;
    }
  }

  /** Compares with the attributes of the file. */
  void check(PixelFormat format) throws DicomUnsupportedException {
    if (width != format.columns() || height != format.rows()) {
      throw corrupt("jpeg size differs from rows and columns");
    }
    if (componentIds.length != format.samples()) {
      throw corrupt("jpeg components differ from samples per pixel");
    }
  }

  /** How three components are to be read. */
  Frame.Color color(PixelFormat format) throws DicomUnsupportedException {
    if (componentIds.length == 1) {
      return FrameCodecs.color(format);
    }
    if (adobeTransform == 0) {
      return Frame.Color.RGB;
    }
    if (adobeTransform == 1 || jfif) {
      return Frame.Color.YBR_FULL;
    }
    if (componentIds[0] == 'R' && componentIds[1] == 'G' && componentIds[2] == 'B') {
      return Frame.Color.RGB;
    }
    if (subsampled) {
      return Frame.Color.YBR_FULL;
    }
    return FrameCodecs.color(format);
  }

  /**
   * Copies a code stream without its application and comment segments, which only serve to confuse
   * decoders, and without anything behind its end.
   */
  static byte[] bare(ByteBuffer stream) throws DicomUnsupportedException {
    ByteBuffer in = stream.duplicate().order(ByteOrder.BIG_ENDIAN);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.limit() + 2);
    out.write(0xFF);
    out.write(0xD8);
    int at = 2;
    while (true) {
      at = marker(in, at);
      int marker = in.get(at - 1) & 0xFF;
      if (marker == 0xDA || marker == 0xD9) {
        byte[] rest = new byte[in.limit() - at];
        in.get(at, rest);
        out.write(0xFF);
        out.write(marker);
        out.writeBytes(rest);
        if (!hasEnd(rest)) {
          throw truncated("jpeg code stream");
        }
        return out.toByteArray();
      }
      int length = segment(in, at);
      boolean meta = (marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE;
      if (!meta) {
        byte[] copy = new byte[length];
        in.get(at, copy);
        out.write(0xFF);
        out.write(marker);
        out.writeBytes(copy);
      }
      at += length;
    }
  }

  private static boolean hasEnd(byte[] rest) {
    for (int i = rest.length - 2; i >= 0; i--) {
      if (rest[i] == (byte) 0xFF && rest[i + 1] == (byte) 0xD9) {
        return true;
      }
    }
    return false;
  }

  private static int marker(ByteBuffer in, int from) throws DicomUnsupportedException {
    int at = from;
    if (at >= in.limit() || in.get(at) != (byte) 0xFF) {
      throw at >= in.limit() ? truncated("jpeg code stream") : corrupt("jpeg marker");
    }
    while (at < in.limit() && in.get(at) == (byte) 0xFF) {
      at++;
    }
    if (at >= in.limit()) {
      throw truncated("jpeg code stream");
    }
    return at + 1;
  }

  private static int segment(ByteBuffer in, int at) throws DicomUnsupportedException {
    if (in.limit() - at < 2) {
      throw truncated("jpeg code stream");
    }
    int length = in.getShort(at) & 0xFFFF;
    if (length < 2) {
      throw corrupt("jpeg segment");
    }
    if (length > in.limit() - at) {
      throw truncated("jpeg code stream");
    }
    return length;
  }
}
