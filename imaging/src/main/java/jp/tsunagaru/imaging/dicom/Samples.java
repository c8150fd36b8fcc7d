package jp.tsunagaru.imaging.dicom;

import java.nio.ByteBuffer;

/** Random access to the samples of one frame. */
interface Samples {
  /** The bits of a sample, unsigned up to 16 bits. */
  int at(int index);

  /** The value of a floating point sample. */
  default double real(int index) {
    return at(index);
  }

  static Samples bytes(ByteBuffer buffer) {
    return index -> buffer.get(index) & 0xFF;
  }

  /** Bytes that were written as big endian words. */
  static Samples swappedBytes(ByteBuffer buffer) {
    return index -> buffer.get((index ^ 1) < buffer.limit() ? index ^ 1 : index) & 0xFF;
  }

  static Samples shorts(ByteBuffer buffer) {
    return index -> buffer.getShort(2 * index) & 0xFFFF;
  }

  static Samples ints(ByteBuffer buffer) {
    return index -> buffer.getInt(4 * index);
  }

  static Samples bits(ByteBuffer buffer, long offset) {
    return index -> {
      long bit = offset + index;
      return buffer.get((int) (bit >> 3)) >> (bit & 7) & 1;
    };
  }

  static Samples floats(ByteBuffer buffer) {
    return new Samples() {
      @Override
      public int at(int index) {
        return (int) real(index);
      }

      @Override
      public double real(int index) {
        return buffer.getFloat(4 * index);
      }
    };
  }

  static Samples doubles(ByteBuffer buffer) {
    return new Samples() {
      @Override
      public int at(int index) {
        return (int) real(index);
      }

      @Override
      public double real(int index) {
        return buffer.getDouble(8 * index);
      }
    };
  }
}
