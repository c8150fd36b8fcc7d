package jp.tsunagaru.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads the one EXIF value that matters for display. */
final class Exif {
  private static final int ORIENTATION = 0x0112;

  private Exif() {}

  /** Orientation 1 to 8 from a TIFF structure. */
  static Optional<Integer> orientation(ByteBuffer tiff) {
    ByteBuffer view = tiff.duplicate();
    if (view.limit() < 14) {
      return Optional.empty();
    }
    if (view.get(0) == 'I' && view.get(1) == 'I') {
      view.order(ByteOrder.LITTLE_ENDIAN);
    } else if (view.get(0) == 'M' && view.get(1) == 'M') {
      view.order(ByteOrder.BIG_ENDIAN);
    } else {
      return Optional.empty();
    }
    long directory = view.getInt(4) & 0xFFFFFFFFL;
    if (directory + 2 > view.limit()) {
      return Optional.empty();
    }
    int count = view.getShort((int) directory) & 0xFFFF;
    for (int i = 0; i < count; i++) {
      long entry = directory + 2 + 12L * i;
      if (entry + 12 > view.limit()) {
        return Optional.empty();
      }
      if ((view.getShort((int) entry) & 0xFFFF) == ORIENTATION) {
        int value = view.getShort((int) entry + 8);
        return value >= 1 && value <= 8 ? Optional.of(value) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
