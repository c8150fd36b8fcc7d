package jp.tsunagaru.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * The chunk structure of a PNG file.
 *
 * @param width from the header
 * @param height from the header
 * @param end where the last chunk ends
 */
record PngStructure(int width, int height, int end) {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;

  static boolean matches(ByteBuffer bytes) {
    return bytes.limit() >= 8
        && bytes.duplicate().order(ByteOrder.BIG_ENDIAN).getLong(0) == SIGNATURE;
  }

  /** Walks all chunks and their checksums without decoding anything. */
  static PngStructure read(ByteBuffer bytes, Limits limits) throws Refusal {
    int size = bytes.limit();
    int at = 8;
    int width = 0;
    int height = 0;
    boolean data = false;
    while (true) {
      if (size - at < 12) {
        throw new Refusal(Reason.TRUNCATED, "png");
      }
      int length = bytes.getInt(at);
      int type = bytes.getInt(at + 4);
      if (length < 0) {
        throw new Refusal(Reason.CORRUPT, "chunk length");
      }
      if (length > size - at - 12) {
        throw new Refusal(Reason.TRUNCATED, "png");
      }
      CRC32 crc = new CRC32();
      crc.update(bytes.slice(at + 4, length + 4));
      if ((int) crc.getValue() != bytes.getInt(at + 8 + length)) {
        throw new Refusal(Reason.CORRUPT, "chunk checksum");
      }
      switch (type) {
        case 0x49484452 -> {
          if (at != 8 || length != 13) {
            throw new Refusal(Reason.CORRUPT, "header");
          }
          width = bytes.getInt(at + 8);
          height = bytes.getInt(at + 12);
          Signatures.checkPixels(width, height, limits);
        }
        case 0x49444154 -> data = true;
        case 0x74455874, 0x69545874 -> {
          if (Signatures.markup(bytes, at + 8, at + 8 + length)) {
            throw new Refusal(Reason.POLYGLOT, "markup");
          }
        }
        default -> {
          // Other chunks do not matter here.
        }
      }
      at += 12 + length;
      if (type == 0x49454E44) {
        if (width == 0 || !data) {
          throw new Refusal(Reason.CORRUPT, "no picture before the end");
        }
        return new PngStructure(width, height, at);
      }
      if (width == 0) {
        throw new Refusal(Reason.CORRUPT, "header missing");
      }
    }
  }
}
