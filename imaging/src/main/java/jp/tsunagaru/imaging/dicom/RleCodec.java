package jp.tsunagaru.imaging.dicom;

import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.corrupt;
import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.truncated;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Run length coding: one segment for each byte of each sample, most significant byte first. */
final class RleCodec implements FrameCodec {
  @Override
  public Frame decode(ByteBuffer codeStream, PixelFormat format) throws DicomUnsupportedException {
    ByteBuffer in = codeStream.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    if (in.limit() < 64) {
      throw truncated("rle header");
    }
    int bytesPerSample = (format.allocated() + 7) / 8;
    int segments = in.getInt(0);
    if (segments != bytesPerSample * format.samples()) {
      throw corrupt("rle segments");
    }
    int planeBytes =
        format.allocated() == 1 ? (int) ((format.pixels() + 7) / 8) : (int) format.pixels();
    byte[] out = new byte[Math.multiplyExact(planeBytes, segments)];
    for (int segment = 0; segment < segments; segment++) {
      int start = in.getInt(4 + 4 * segment);
      int end = segment + 1 < segments ? in.getInt(8 + 4 * segment) : in.limit();
      if (start < 64 || end < start || end > in.limit()) {
        throw corrupt("rle offsets");
      }
      int sample = segment / bytesPerSample;
      int lowByte = bytesPerSample - 1 - segment % bytesPerSample;
      unpack(
          in,
          start,
          end,
          out,
          sample * planeBytes * bytesPerSample + lowByte,
          bytesPerSample,
          planeBytes);
    }
    ByteBuffer frame = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN);
    return FrameCodecs.frame(NativeFrames.samples(frame, format), true, format);
  }

  private static void unpack(
      ByteBuffer in, int start, int end, byte[] out, int first, int step, int count)
      throws DicomUnsupportedException {
    int at = start;
    int written = 0;
    int to = first;
    while (written < count) {
      if (at >= end) {
        throw truncated("rle segment");
      }
      int code = in.get(at++);
      if (code >= 0) {
        int run = Math.min(code + 1, count - written);
        if (at + run > end) {
          throw truncated("rle segment");
        }
        for (int i = 0; i < run; i++) {
          out[to] = in.get(at + i);
          to += step;
        }
        at += code + 1;
        written += run;
      } else if (code != -128) {
        if (at >= end) {
          throw truncated("rle segment");
        }
        byte value = in.get(at++);
        int run = Math.min(1 - code, count - written);
        for (int i = 0; i < run; i++) {
          out[to] = value;
          to += step;
        }
        written += run;
      }
    }
  }
}
