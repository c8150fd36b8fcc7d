package jp.tsunagaru.imaging.dicom;

import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.corrupt;
import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.truncated;
import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.unsupported;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a JPEG 2000 code stream says about itself.
 *
 * @param precision bits of a sample, the same for all components
 * @param mixed whether the components differ in depth, sign or size
 * @param colorTransform whether three components are turned to RGB by the decoder
 * @param highThroughput whether blocks are coded as in part 15
 */
record Jpeg2000Header(
    long width,
    long height,
    int components,
    int precision,
    boolean signed,
    boolean mixed,
    long tiles,
    boolean colorTransform,
    boolean highThroughput) {
  private static final int SIZ = 0xFF51;
  private static final int COD = 0xFF52;
  private static final int TILE = 0xFF90;

  /** A tile costs a decoder some kilobytes before its first sample. */
  private static final int SMALLEST_TILE = 1024;

  private static final int ALWAYS_ALLOWED_TILES = 64;

  /** The code stream itself, where a file wraps it in boxes against the rules. */
  static ByteBuffer bare(ByteBuffer stream) throws DicomUnsupportedException {
    ByteBuffer in = stream.duplicate().order(ByteOrder.BIG_ENDIAN);
    if (in.limit() < 12 || in.getInt(0) != 12 || in.getInt(4) != 0x6A502020) {
      return stream;
    }
    long at = 0;
    while (at + 8 <= in.limit()) {
      long length = in.getInt((int) at) & 0xFFFFFFFFL;
      int head = 8;
      if (length == 1 && at + 16 <= in.limit()) {
        length = in.getLong((int) at + 8);
        head = 16;
      } else if (length == 0) {
        length = in.limit() - at;
      }
      if (length < head) {
        throw corrupt("jpeg 2000 box");
      }
      if (in.getInt((int) at + 4) == 0x6A703263) {
        if (at + length > in.limit()) {
          throw truncated("jpeg 2000 box");
        }
        return in.slice((int) at + head, (int) length - head);
      }
      at += length;
    }
    throw corrupt("jpeg 2000 without code stream");
  }

  static Jpeg2000Header read(ByteBuffer stream) throws DicomUnsupportedException {
    ByteBuffer in = stream.duplicate().order(ByteOrder.BIG_ENDIAN);
    if (in.limit() < 4 || in.getInt(0) != (0xFF4F << 16 | SIZ)) {
      throw corrupt("jpeg 2000 start");
    }
    Jpeg2000Header size = size(in, 4);
    boolean transform = false;
    boolean highThroughput = false;
    int at = 2;
    while (true) {
      if (in.limit() - at < 4) {
        throw truncated("jpeg 2000 code stream");
      }
      int marker = in.getShort(at) & 0xFFFF;
      if (marker == TILE) {
        checkComplete(in, at);
        break;
      }
      int length = in.getShort(at + 2) & 0xFFFF;
      if (marker < 0xFF00 || length < 2) {
        throw corrupt("jpeg 2000 marker");
      }
      if (length > in.limit() - at - 2) {
        throw truncated("jpeg 2000 code stream");
      }
      if (marker == COD && length >= 12) {
        transform = in.get(at + 8) == 1;
        highThroughput = (in.get(at + 12) & 0x40) != 0;
      }
      at += 2 + length;
    }
    return new Jpeg2000Header(
        size.width,
        size.height,
        size.components,
        size.precision,
        size.signed,
        size.mixed,
        size.tiles,
        transform,
        highThroughput);
  }

  /**
   * Tile parts say how long they are; a decoder would show what there is and leave the rest black.
   */
  private static void checkComplete(ByteBuffer in, int first) throws DicomUnsupportedException {
    long at = first;
    while (at + 12 <= in.limit() && (in.getShort((int) at) & 0xFFFF) == TILE) {
      long length = unsigned(in, (int) at + 6);
      if (length == 0) {
        return;
      }
      if (length < 14) {
        throw corrupt("jpeg 2000 tile part");
      }
      at += length;
    }
    if (at > in.limit()) {
      throw truncated("jpeg 2000 code stream");
    }
  }

  private static Jpeg2000Header size(ByteBuffer in, int at) throws DicomUnsupportedException {
    int length = in.limit() - at >= 2 ? in.getShort(at) & 0xFFFF : 0;
    int components = length >= 41 && in.limit() - at >= 38 ? in.getShort(at + 36) & 0xFFFF : 0;
    if (components < 1 || length != 38 + 3 * components) {
      throw corrupt("jpeg 2000 size marker");
    }
    if (length > in.limit() - at) {
      throw truncated("jpeg 2000 code stream");
    }
    long right = unsigned(in, at + 4);
    long bottom = unsigned(in, at + 8);
    long left = unsigned(in, at + 12);
    long top = unsigned(in, at + 16);
    long tileWidth = unsigned(in, at + 20);
    long tileHeight = unsigned(in, at + 24);
    long tileLeft = unsigned(in, at + 28);
    long tileTop = unsigned(in, at + 32);
    if (right <= left
        || bottom <= top
        || tileWidth == 0
        || tileHeight == 0
        || tileLeft > left
        || tileTop > top
        || tileLeft + tileWidth <= left
        || tileTop + tileHeight <= top) {
      throw corrupt("jpeg 2000 size marker");
    }
    int depth = in.get(at + 38) & 0xFF;
    boolean mixed = false;
    for (int i = 0; i < components; i++) {
      mixed |=
          (in.get(at + 38 + 3 * i) & 0xFF) != depth
              || in.get(at + 39 + 3 * i) != 1
              || in.get(at + 40 + 3 * i) != 1;
    }
    long across = (right - tileLeft + tileWidth - 1) / tileWidth;
    long down = (bottom - tileTop + tileHeight - 1) / tileHeight;
    return new Jpeg2000Header(
        right - left,
        bottom - top,
        components,
        (depth & 0x7F) + 1,
        (depth & 0x80) != 0,
        mixed,
        across * down,
        false,
        false);
  }

  private static long unsigned(ByteBuffer in, int at) {
    return in.getInt(at) & 0xFFFFFFFFL;
  }

  /** Compares with the attributes of the file. */
  void check(PixelFormat format) throws DicomUnsupportedException {
    if (width != format.columns() || height != format.rows()) {
      throw corrupt("jpeg 2000 size differs from rows and columns");
    }
    if (components != format.samples()) {
      throw corrupt("jpeg 2000 components differ from samples per pixel");
    }
    if (mixed || precision > 16) {
      throw unsupported("jpeg 2000 with " + precision + " bits or unequal components");
    }
    if (tiles > Math.max(ALWAYS_ALLOWED_TILES, width * height / SMALLEST_TILE)) {
      throw corrupt("jpeg 2000 tiles");
    }
  }

  /** How three components are to be read. */
  Frame.Color color(PixelFormat format) throws DicomUnsupportedException {
    return components == 3 && colorTransform ? Frame.Color.RGB : FrameCodecs.color(format);
  }
}
