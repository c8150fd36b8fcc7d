package jp.tsunagaru.imaging;

import java.nio.ByteBuffer;

/**
 * The marker structure of a JPEG file.
 *
 * @param width from the frame header
 * @param height from the frame header
 * @param orientation EXIF orientation, 1 to 8
 * @param end where the end-of-image marker ends
 */
record JpegStructure(int width, int height, int orientation, int end) {

  static boolean matches(ByteBuffer bytes) {
    return bytes.limit() >= 3
        && bytes.get(0) == (byte) 0xFF
        && bytes.get(1) == (byte) 0xD8
        && bytes.get(2) == (byte) 0xFF;
  }

  /** Walks all markers without decoding anything. */
  static JpegStructure read(ByteBuffer bytes, Limits limits) throws Refusal {
    int size = bytes.limit();
    int at = 2;
    int width = 0;
    int height = 0;
    int orientation = 1;
    boolean scanned = false;
    while (true) {
      if (at + 2 > size) {
        throw truncated();
      }
      if (bytes.get(at) != (byte) 0xFF) {
        throw new Refusal(Reason.CORRUPT, "marker expected");
      }
      int marker = bytes.get(at + 1) & 0xFF;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      at += 2;
      if (marker == 0xD9) {
        if (!scanned || width == 0) {
          throw new Refusal(Reason.CORRUPT, "no picture before the end");
        }
        return new JpegStructure(width, height, orientation, at);
      }
      if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
        continue;
      }
      if (at + 2 > size) {
        throw truncated();
      }
      int length = bytes.getShort(at) & 0xFFFF;
      if (length < 2) {
        throw new Refusal(Reason.CORRUPT, "segment length");
      }
      int next = at + length;
      if (next > size) {
        throw truncated();
      }
      if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
        if (length < 8) {
          throw new Refusal(Reason.CORRUPT, "frame header");
        }
        height = bytes.getShort(at + 3) & 0xFFFF;
        width = bytes.getShort(at + 5) & 0xFFFF;
        Signatures.checkPixels(width, height, limits);
      } else if (marker == 0xE1 && length >= 14 && Signatures.ascii(bytes, at + 2, "Exif\0\0")) {
        orientation = Exif.orientation(bytes.slice(at + 8, length - 8)).orElse(orientation);
      }
      if (((marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE)
          && Signatures.markup(bytes, at + 2, next)) {
        throw new Refusal(Reason.POLYGLOT, "markup");
      }
      at = next;
      if (marker == 0xDA) {
        scanned = true;
        at = entropyEnd(bytes, at, size);
      }
    }
  }

  private static int entropyEnd(ByteBuffer bytes, int from, int size) throws Refusal {
    int at = from;
    while (at + 1 < size) {
      if (bytes.get(at) == (byte) 0xFF) {
        int code = bytes.get(at + 1) & 0xFF;
        if (code != 0 && code != 0xFF && (code < 0xD0 || code > 0xD7)) {
          return at;
        }
      }
      at++;
    }
    throw truncated();
  }

  private static Refusal truncated() {
    return new Refusal(Reason.TRUNCATED, "jpeg");
  }
}
