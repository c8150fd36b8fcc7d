package jp.tsunagaru.imaging.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/** Lossless JPEG with 2 to 16 bits, by the decoder of TwelveMonkeys. */
final class JpegLosslessCodec implements FrameCodec {
  @Override
  public Frame decode(ByteBuffer codeStream, PixelFormat format) throws IOException {
    JpegHeader header = JpegHeader.read(codeStream);
    header.check(format);
    if (header.process() < 3) {
      return new JpegCodec().decode(codeStream, format);
    }
    if (header.process() != 3 || header.subsampled()) {
      throw new DicomUnsupportedException(
          DicomUnsupportedException.Code.UNSUPPORTED_SYNTAX,
          Map.of("codec", "JPEG_LOSSLESS", "process", Integer.toString(header.process())));
    }
    Samples samples = LibraryRasters.read("com.twelvemonkeys", JpegHeader.bare(codeStream), format);
    int stored = Math.min(format.stored(), Math.max(header.precision(), 1));
    if (format.samples() == 3) {
      // Lossless colour has no transformation of its own; only the attribute counts.
      return new Frame(samples, false, false, header.precision(), 0, FrameCodecs.color(format));
    }
    return new Frame(samples, false, false, stored, 0, FrameCodecs.color(format));
  }
}
