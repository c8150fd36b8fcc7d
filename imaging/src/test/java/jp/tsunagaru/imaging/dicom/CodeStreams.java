package jp.tsunagaru.imaging.dicom;

import com.dylibso.chicory.runtime.Instance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import jp.tsunagaru.imaging.dicom.WebAssemblyCodecs.Shape;

/** Makes code streams for tests with the encoders of the WebAssembly library. */
final class CodeStreams {
  private static final int PAGES = 1024;

  private CodeStreams() {}

  static byte[] jpegLs(Shape shape, int[] samples) {
    return encode("EncodeJpegLs", shape, samples);
  }

  static byte[] jpeg2000(Shape shape, int[] samples) {
    return encode("EncodeJpeg2000", shape, samples);
  }

  static byte[] htj2k(Shape shape, int[] samples) {
    return encode("EncodeHtJpeg2000", shape, samples);
  }

  /**
   * A lossy JPEG of 12 bits, which no encoder at hand makes: blocks of 8 x 8 pixels of one value
   * each, so that the first coefficient is all there is and nothing is lost.
   */
  static byte[] jpeg12(int across, int down, int[] values) {
    ByteBuffer out = ByteBuffer.allocate(1024 + 8 * values.length);
    out.putShort((short) 0xFFD8);
    out.putShort((short) 0xFFDB).putShort((short) 67).put((byte) 0);
    for (int i = 0; i < 64; i++) {
      out.put((byte) 8);
    }
    out.putShort((short) 0xFFC1).putShort((short) 11).put((byte) 12);
    out.putShort((short) (8 * down)).putShort((short) (8 * across)).put((byte) 1);
    out.put((byte) 1).put((byte) 0x11).put((byte) 0);
    // All sixteen categories with five bits, and one bit for the end of a block.
    out.putShort((short) 0xFFC4).putShort((short) 35).put((byte) 0);
    out.put(new byte[] {0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    for (int category = 0; category < 16; category++) {
      out.put((byte) category);
    }
    out.putShort((short) 0xFFC4).putShort((short) 20).put((byte) 0x10);
    out.put(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}).put((byte) 0);
    out.putShort((short) 0xFFDA).putShort((short) 8).put((byte) 1).put((byte) 1).put((byte) 0);
    out.put((byte) 0).put((byte) 63).put((byte) 0);
    StringBuilder bits = new StringBuilder();
    int before = 0;
    for (int value : values) {
      int level = value - 2048;
      int step = level - before;
      before = level;
      int category = 32 - Integer.numberOfLeadingZeros(Math.abs(step));
      bits.append(binary(category, 5));
      bits.append(binary(step < 0 ? step + (1 << category) - 1 : step, category)).append('0');
    }
    while (bits.length() % 8 != 0) {
      bits.append('1');
    }
    for (int i = 0; i < bits.length(); i += 8) {
      int next = Integer.parseInt(bits.substring(i, i + 8), 2);
      out.put((byte) next);
      if (next == 0xFF) {
        out.put((byte) 0);
      }
    }
    out.putShort((short) 0xFFD9);
    return Arrays.copyOf(out.array(), out.position());
  }

  private static String binary(int value, int digits) {
    StringBuilder text = new StringBuilder();
    for (int i = digits - 1; i >= 0; i--) {
      text.append(value >> i & 1);
    }
    return text.toString();
  }

  /** Values that follow a slope with some noise, as pictures do; interleaved. */
  static int[] picture(Shape shape) {
    int[] samples = new int[shape.columns() * shape.rows() * shape.samples()];
    int mask = (1 << shape.precision()) - 1;
    int low = shape.signed() ? -(1 << (shape.precision() - 1)) : 0;
    for (int i = 0; i < samples.length; i++) {
      int pixel = i / shape.samples();
      int x = pixel % shape.columns();
      int y = pixel / shape.columns();
      int wave = (x * 5 + y * 3 + i % shape.samples() * 40 + (x * y) % 7) * (mask + 1) / 512;
      samples[i] = low + (wave & mask);
    }
    return samples;
  }

  private static byte[] encode(String function, Shape shape, int[] samples) {
    ByteBuffer pixels =
        ByteBuffer.allocate(samples.length * shape.allocated() / 8).order(ByteOrder.LITTLE_ENDIAN);
    for (int sample : samples) {
      if (shape.allocated() == 8) {
        pixels.put((byte) sample);
      } else {
        pixels.putShort((short) sample);
      }
    }
    Instance codecs = WebAssemblyCodecs.start(PAGES);
    int context = WebAssemblyCodecs.context(codecs, shape);
    int rgb = 3;
    int gray = 1;
    call(codecs, "SetPhotometricInterpretation", context, shape.samples() == 3 ? rgb : gray);
    call(codecs, "SetDecodedBufferSize", context, pixels.capacity());
    codecs.memory().write(call(codecs, "GetDecodedBuffer", context), pixels.array());
    int parameters = call(codecs, "CreateEncoderParameters");
    call(codecs, "SetLossy", parameters, 0);
    call(codecs, "SetAllowedLossyError", parameters, 0);
    call(codecs, "SetAllowMct", parameters, 1);
    call(codecs, function, context, parameters);
    int size = call(codecs, "GetEncodedBufferSize", context);
    return codecs.memory().readBytes(call(codecs, "GetEncodedBuffer", context), size);
  }

  private static int call(Instance codecs, String function, long... arguments) {
    return WebAssemblyCodecs.call(codecs, function, arguments);
  }
}
