package jp.tsunagaru.imaging.dicom;

import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.corrupt;
import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.truncated;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A table of a modality, VOI or palette transformation.
 *
 * @param first input value of the first entry
 * @param bits bits of an entry
 */
record LookupTable(int first, int bits, int[] entries) {
  private static final int MAX_ENTRIES = 65_536;

  int map(int value) {
    long index = (long) value - first;
    return entries[(int) Math.clamp(index, 0L, entries.length - 1L)];
  }

  /** Reads a descriptor and plain data. */
  static LookupTable read(DataSet data, int descriptor, int content, boolean signed)
      throws DicomUnsupportedException {
    int[] head = descriptor(data, descriptor, signed);
    ByteBuffer value = data.value(content).orElseThrow(() -> corrupt("lookup table"));
    int[] entries = new int[head[0]];
    int from = value.position();
    if (value.remaining() < 2L * entries.length) {
      if (value.remaining() < entries.length) {
        throw truncated("lookup table");
      }
      for (int i = 0; i < entries.length; i++) {
        entries[i] = value.get(from + i) & 0xFF;
      }
    } else {
      for (int i = 0; i < entries.length; i++) {
        entries[i] = value.getShort(from + 2 * i) & 0xFFFF;
      }
    }
    return new LookupTable(head[1], head[2], entries);
  }

  /** Reads a descriptor and segmented data. */
  static LookupTable readSegmented(DataSet data, int descriptor, int content, boolean signed)
      throws DicomUnsupportedException {
    int[] head = descriptor(data, descriptor, signed);
    ByteBuffer value = data.value(content).orElseThrow(() -> corrupt("palette segments"));
    int count = value.remaining() / 2;
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      words[i] = value.getShort(value.position() + 2 * i) & 0xFFFF;
    }
    int[] out = new int[head[0]];
    int written = expand(words, 0, Integer.MAX_VALUE, out, 0, true);
    if (written < out.length) {
      if (written == 0) {
        throw truncated("palette segments");
      }
      Arrays.fill(out, written, out.length, out[written - 1]);
    }
    return new LookupTable(head[1], head[2], out);
  }

  private static int expand(
      int[] words, int from, int segments, int[] out, int start, boolean references)
      throws DicomUnsupportedException {
    int at = from;
    int written = start;
    for (int i = 0; i < segments && at + 1 < words.length && written < out.length; i++) {
      int code = words[at];
      int length = words[at + 1];
      at += 2;
      switch (code) {
        case 0 -> {
          if (at + length > words.length) {
            throw truncated("palette segment");
          }
          for (int k = 0; k < length && written < out.length; k++) {
            out[written++] = words[at + k];
          }
          at += length;
        }
        case 1 -> {
          if (at >= words.length || written == 0) {
            throw corrupt("palette segment");
          }
          int previous = out[written - 1];
          int target = words[at++];
          for (int k = 1; k <= length && written < out.length; k++) {
            out[written++] = previous + (int) Math.round((double) (target - previous) * k / length);
          }
        }
        case 2 -> {
          if (!references || at + 1 >= words.length) {
            throw corrupt("palette segment");
          }
          long offset = words[at] | (long) words[at + 1] << 16;
          at += 2;
          if (offset % 2 != 0 || offset / 2 >= words.length) {
            throw corrupt("palette segment");
          }
          written = expand(words, (int) (offset / 2), length, out, written, false);
        }
        default -> throw corrupt("palette segment");
      }
    }
    return written;
  }

  private static int[] descriptor(DataSet data, int tag, boolean signed)
      throws DicomUnsupportedException {
    ByteBuffer value = data.value(tag).orElseThrow(() -> corrupt("lookup table descriptor"));
    if (value.remaining() < 6) {
      throw corrupt("lookup table descriptor");
    }
    int at = value.position();
    int count = value.getShort(at) & 0xFFFF;
    int first = signed ? value.getShort(at + 2) : value.getShort(at + 2) & 0xFFFF;
    int bits = value.getShort(at + 4) & 0xFFFF;
    return new int[] {count == 0 ? MAX_ENTRIES : count, first, Math.clamp(bits, 1, 16)};
  }
}
