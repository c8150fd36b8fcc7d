package jp.tsunagaru.imaging.dicom;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Palette, RGB and YBR frames. */
final class ColorRenderer {
  private ColorRenderer() {}

  static BufferedImage palette(DataSet data, PixelFormat format, Frame frame)
      throws DicomUnsupportedException {
    LookupTable[] tables = new LookupTable[3];
    boolean narrow = true;
    for (int i = 0; i < 3; i++) {
      int descriptor = Tags.PALETTE_DESCRIPTOR + i;
      tables[i] =
          data.value(Tags.PALETTE_DATA + i).isPresent()
              ? LookupTable.read(data, descriptor, Tags.PALETTE_DATA + i, format.signed())
              : LookupTable.readSegmented(
                  data, descriptor, Tags.PALETTE_SEGMENTED + i, format.signed());
      for (int entry : tables[i].entries()) {
        narrow &= entry <= 255;
      }
    }
    int down = narrow ? 0 : 8;
    int mask = frame.stored() >= 32 ? -1 : (1 << frame.stored()) - 1;
    int signBit = format.signed() ? 1 << (frame.stored() - 1) : 0;
    BufferedImage image = image(format);
    byte[] out = bytes(image);
    int pixels = Math.toIntExact(format.pixels());
    for (int i = 0; i < pixels; i++) {
      int value = frame.samples().at(i) >> frame.shift() & mask;
      if ((value & signBit) != 0) {
        value |= ~mask;
      }
      out[3 * i + 2] = (byte) (tables[0].map(value) >> down);
      out[3 * i + 1] = (byte) (tables[1].map(value) >> down);
      out[3 * i] = (byte) (tables[2].map(value) >> down);
    }
    return image;
  }

  static BufferedImage color(PixelFormat format, Frame frame) {
    BufferedImage image = image(format);
    byte[] out = bytes(image);
    int pixels = Math.toIntExact(format.pixels());
    int columns = format.columns();
    int pairs = (columns + 1) / 2;
    int right = Math.max(0, frame.stored() - 8) + frame.shift();
    int left = Math.max(0, 8 - frame.stored());
    Samples samples = frame.samples();
    for (int i = 0; i < pixels; i++) {
      int a;
      int b;
      int c;
      if (frame.halfChroma()) {
        int x = i % columns;
        int pair = (i / columns * pairs + x / 2) * 4;
        a = samples.at(pair + (x & 1));
        b = samples.at(pair + 2);
        c = samples.at(pair + 3);
      } else if (frame.planar()) {
        a = samples.at(i) >> right << left & 0xFF;
        b = samples.at(pixels + i) >> right << left & 0xFF;
        c = samples.at(2 * pixels + i) >> right << left & 0xFF;
      } else {
        a = samples.at(3 * i) >> right << left & 0xFF;
        b = samples.at(3 * i + 1) >> right << left & 0xFF;
        c = samples.at(3 * i + 2) >> right << left & 0xFF;
      }
      switch (frame.color()) {
        case YBR_FULL -> put(out, i, a, b - 128, c - 128);
        case YBR_PARTIAL ->
            put(out, i, (a - 16) * 255.0 / 219, (b - 128) * 255.0 / 224, (c - 128) * 255.0 / 224);
        default -> {
          out[3 * i + 2] = (byte) a;
          out[3 * i + 1] = (byte) b;
          out[3 * i] = (byte) c;
        }
      }
    }
    return image;
  }

  private static void put(byte[] out, int pixel, double y, double cb, double cr) {
    out[3 * pixel + 2] = clamp(y + 1.402 * cr);
    out[3 * pixel + 1] = clamp(y - 0.344136 * cb - 0.714136 * cr);
    out[3 * pixel] = clamp(y + 1.772 * cb);
  }

  private static byte clamp(double value) {
    return (byte) Math.clamp(Math.round(value), 0, 255);
  }

  private static BufferedImage image(PixelFormat format) {
    return new BufferedImage(format.columns(), format.rows(), BufferedImage.TYPE_3BYTE_BGR);
  }

  private static byte[] bytes(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }
}
