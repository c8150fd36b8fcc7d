package jp.tsunagaru.imaging.dicom;

import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.unsupported;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/**
 * JPEG 2000 and its high-throughput variant: by the OpenJPEG of the machine where it is there, else
 * by the same libraries as WebAssembly, which is exact as well but slower.
 */
final class Jpeg2000Codec implements FrameCodec {
  private static final long MAX_VALUES = 60_000_000L;

  private final Optional<OpenJpeg> library;

  Jpeg2000Codec() {
    this(OpenJpeg.find());
  }

  Jpeg2000Codec(Optional<OpenJpeg> library) {
    this.library = library;
  }

  @Override
  public Frame decode(ByteBuffer codeStream, PixelFormat format) throws IOException {
    ByteBuffer stream = Jpeg2000Header.bare(codeStream);
    Jpeg2000Header header = Jpeg2000Header.read(stream);
    header.check(format);
    long values = header.width() * header.height() * header.components();
    if (values > MAX_VALUES) {
      throw new DicomUnsupportedException(
          DicomUnsupportedException.Code.PIXEL_BOMB,
          Map.of("values", Long.toString(values), "limit", Long.toString(MAX_VALUES)));
    }
    Frame.Color color = header.color(format);
    if (library.isPresent()) {
      Samples samples = library.get().decode(stream, header);
      boolean planar = header.components() > 1;
      return new Frame(samples, planar, false, header.precision(), 0, color);
    }
    return new Frame(portable(stream, header), false, false, header.precision(), 0, color);
  }

  private static Samples portable(ByteBuffer stream, Jpeg2000Header header)
      throws DicomUnsupportedException {
    boolean wide = header.precision() > 8;
    boolean color = header.components() == 3;
    // The wrapper around the high-throughput decoder mixes up components that are coded apart.
    boolean fast = header.highThroughput() && (!color || header.colorTransform());
    if (color && wide && !fast) {
      throw unsupported("jpeg 2000 colour of " + header.precision() + " bits");
    }
    int allocated = wide || fast ? 16 : 8;
    WebAssemblyCodecs.Shape shape =
        new WebAssemblyCodecs.Shape(
            (int) header.width(),
            (int) header.height(),
            header.components(),
            allocated,
            header.precision(),
            header.signed());
    long values = header.width() * header.height() * header.components();
    ByteBuffer samples =
        WebAssemblyCodecs.decode(
            fast ? WebAssemblyCodecs.Decoder.HTJ2K : WebAssemblyCodecs.Decoder.JPEG_2000,
            stream,
            shape,
            8 * values);
    return allocated == 8 ? Samples.bytes(samples) : Samples.shorts(samples);
  }
}
