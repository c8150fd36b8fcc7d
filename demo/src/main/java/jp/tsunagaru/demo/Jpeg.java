package jp.tsunagaru.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** JPEG files as cameras write them, with the orientation in an EXIF segment. */
final class Jpeg {
  /** To be shown turned right by a quarter. */
  static final int TURN_RIGHT = 6;

  private static final int UPRIGHT = 1;
  private static final int TIFF_BYTES = 26;

  private Jpeg() {}

  static byte[] encode(BufferedImage picture, int orientation) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(picture, "jpg", plain)) {
        throw new IllegalStateException("there is no JPEG writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return orientation == UPRIGHT ? plain.toByteArray() : turned(plain.toByteArray(), orientation);
  }

  private static byte[] turned(byte[] plain, int orientation) {
    ByteBuffer file = ByteBuffer.allocate(plain.length + 10 + TIFF_BYTES);
    file.put(plain, 0, 2);
    file.putShort((short) 0xFFE1).putShort((short) (8 + TIFF_BYTES));
    file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    file.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    file.putShort((short) 1);
    file.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    file.putShort((short) orientation).putShort((short) 0);
    file.putInt(0);
    file.put(plain, 2, plain.length - 2);
    return file.array();
  }
}
