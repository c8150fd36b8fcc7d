package jp.tsunagaru.imaging.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/** Baseline, extended and progressive JPEG with 8 bits, by the decoder of the JDK. */
final class JpegCodec implements FrameCodec {
  @Override
  public Frame decode(ByteBuffer codeStream, PixelFormat format) throws IOException {
    JpegHeader header = JpegHeader.read(codeStream);
    header.check(format);
    if (header.process() == 3) {
      return new JpegLosslessCodec().decode(codeStream, format);
    }
    if (header.precision() == 12 && header.process() <= 2) {
      return new Jpeg12Codec().decode(codeStream, format);
    }
    if (header.precision() != 8 || header.process() > 2) {
      throw new DicomUnsupportedException(
          DicomUnsupportedException.Code.UNSUPPORTED_SYNTAX,
          Map.of(
              "codec",
              "JPEG",
              "bits",
              Integer.toString(header.precision()),
              "process",
              Integer.toString(header.process())));
    }
    Samples samples = LibraryRasters.read("com.sun.imageio", JpegHeader.bare(codeStream), format);
    return new Frame(samples, false, false, 8, 0, header.color(format));
  }
}
