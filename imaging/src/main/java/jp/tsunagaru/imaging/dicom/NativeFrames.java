package jp.tsunagaru.imaging.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Cuts uncompressed frames. */
final class NativeFrames {
  private NativeFrames() {}

  static Frame frame(Element pixels, PixelFormat format, int index, ByteOrder order)
      throws DicomUnsupportedException {
    long bits = format.nativeFrameBits();
    long first = bits * index;
    ByteBuffer value = pixels.value();
    if ((first + bits + 7) / 8 > value.limit()) {
      throw DicomUnsupportedException.truncated("pixel data");
    }
    if (format.allocated() == 1) {
      return FrameCodecs.frame(Samples.bits(value, first), false, format);
    }
    ByteBuffer frame = value.slice((int) (first / 8), (int) (bits / 8)).order(order);
    if (format.halfChroma()) {
      return new Frame(Samples.bytes(frame), false, true, 8, 0, FrameCodecs.color(format));
    }
    if (order == ByteOrder.BIG_ENDIAN && format.allocated() == 8 && pixels.vr().equals("OW")) {
      // The words of all frames are swapped, so an odd frame length must not shift them.
      ByteBuffer all = value;
      int from = (int) (first / 8);
      Samples swapped = Samples.swappedBytes(all);
      return FrameCodecs.frame(index1 -> swapped.at(from + index1), format.planar(), format);
    }
    return FrameCodecs.frame(samples(frame, format), format.planar(), format);
  }

  static Samples samples(ByteBuffer frame, PixelFormat format) {
    return switch (format.kind()) {
      case FLOAT -> Samples.floats(frame);
      case DOUBLE -> Samples.doubles(frame);
      case INTEGER ->
          switch (format.allocated()) {
            case 1 -> Samples.bits(frame, 0);
            case 8 -> Samples.bytes(frame);
            case 16 -> Samples.shorts(frame);
            default -> Samples.ints(frame);
          };
    };
  }
}
