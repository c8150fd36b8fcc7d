package jp.tsunagaru.imaging.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A frame packed with deflate. */
final class DeflatedFrameCodec implements FrameCodec {
  @Override
  public Frame decode(ByteBuffer codeStream, PixelFormat format) throws DicomUnsupportedException {
    long size = (format.nativeFrameBits() + 7) / 8;
    byte[] out = Inflation.inflate(codeStream, 0, size + 1, false);
    if (out.length < size) {
      throw DicomUnsupportedException.truncated("deflated frame");
    }
    ByteBuffer frame = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN);
    if (format.halfChroma()) {
      return new Frame(Samples.bytes(frame), false, true, 8, 0, FrameCodecs.color(format));
    }
    return FrameCodecs.frame(NativeFrames.samples(frame, format), format.planar(), format);
  }
}
