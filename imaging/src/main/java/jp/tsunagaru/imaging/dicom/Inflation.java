package jp.tsunagaru.imaging.dicom;

import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.corrupt;
import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.truncated;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates with a limit. */
final class Inflation {
  private Inflation() {}

  /** The most that one data set may inflate to: an eighth of the heap. */
  static long limit() {
    return Math.max(8L << 20, Math.min(Runtime.getRuntime().maxMemory() / 8, 256L << 20));
  }

  /**
   * Inflates from a position to the end of the stream.
   *
   * @param strict whether more than the limit is an error; otherwise the result is cut
   */
  static byte[] inflate(ByteBuffer in, int from, long limit, boolean strict)
      throws DicomUnsupportedException {
    boolean wrapped =
        in.limit() - from >= 2
            && (in.get(from) & 0x0F) == 8
            && ((in.get(from) & 0xFF) << 8 | in.get(from + 1) & 0xFF) % 31 == 0;
    if (wrapped) {
      try {
        return inflate(in, from, limit, strict, false);
      } catch (DicomUnsupportedException e) {
        if (e.code() == DicomUnsupportedException.Code.ZIP_BOMB) {
          throw e;
        }
      }
    }
    return inflate(in, from, limit, strict, true);
  }

  private static byte[] inflate(ByteBuffer in, int from, long limit, boolean strict, boolean raw)
      throws DicomUnsupportedException {
    Inflater inflater = new Inflater(raw);
    try {
      inflater.setInput(in.slice(from, in.limit() - from));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[64 << 10];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0) {
          if (inflater.finished()) {
            break;
          }
          throw truncated("deflated data");
        }
        if (out.size() + (long) count > limit) {
          if (strict) {
            throw new DicomUnsupportedException(
                DicomUnsupportedException.Code.ZIP_BOMB, Map.of("limit", Long.toString(limit)));
          }
          out.write(buffer, 0, (int) (limit - out.size()));
          break;
        }
        out.write(buffer, 0, count);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw corrupt("deflated data");
    } finally {
      inflater.end();
    }
  }
}
