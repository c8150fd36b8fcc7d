package jp.tsunagaru.imaging.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Lossy JPEG with 12 bits, by the library of the Independent JPEG Group as WebAssembly. */
final class Jpeg12Codec implements FrameCodec {
  @Override
  public Frame decode(ByteBuffer codeStream, PixelFormat format) throws IOException {
    JpegHeader header = JpegHeader.read(codeStream);
    header.check(format);
    byte[] bare = JpegHeader.bare(codeStream);
    int components = header.componentIds().length;
    long values = format.pixels() * components;
    ByteBuffer samples =
        WebAssemblyCodecs.decode(
            WebAssemblyCodecs.Decoder.JPEG,
            ByteBuffer.wrap(bare),
            new WebAssemblyCodecs.Shape(
                header.width(), header.height(), components, 16, header.precision(), false),
            header.process() == 2 ? 2 * values : 0);
    return new Frame(
        Samples.shorts(samples), false, false, header.precision(), 0, header.color(format));
  }
}
