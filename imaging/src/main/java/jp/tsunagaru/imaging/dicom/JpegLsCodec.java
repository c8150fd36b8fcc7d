package jp.tsunagaru.imaging.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;

/** JPEG-LS, lossless and near-lossless, by CharLS as WebAssembly. */
final class JpegLsCodec implements FrameCodec {
  @Override
  public Frame decode(ByteBuffer codeStream, PixelFormat format) throws IOException {
    JpegLsHeader header = JpegLsHeader.read(codeStream);
    header.check(format);
    int allocated = header.precision() <= 8 ? 8 : 16;
    ByteBuffer samples =
        WebAssemblyCodecs.decode(
            WebAssemblyCodecs.Decoder.JPEG_LS,
            codeStream,
            new WebAssemblyCodecs.Shape(
                header.width(),
                header.height(),
                header.components(),
                allocated,
                header.precision(),
                false),
            0);
    int stored =
        header.components() == 1
            ? Math.min(format.stored(), header.precision())
            : header.precision();
    return new Frame(
        allocated == 8 ? Samples.bytes(samples) : Samples.shorts(samples),
        header.planar(),
        false,
        stored,
        0,
        FrameCodecs.color(format));
  }
}
