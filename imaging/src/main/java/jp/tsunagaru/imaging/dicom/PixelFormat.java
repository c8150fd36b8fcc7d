package jp.tsunagaru.imaging.dicom;

import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.corrupt;

import java.util.Locale;

/**
 * The image pixel attributes.
 *
 * @param samples samples per pixel
 * @param allocated bits allocated
 * @param stored bits stored
 * @param highBit most significant stored bit
 * @param kind integers, float or double
 */
record PixelFormat(
    int rows,
    int columns,
    int samples,
    int allocated,
    int stored,
    int highBit,
    boolean signed,
    boolean planar,
    String photometric,
    Kind kind) {

  /** How a sample is stored. */
  enum Kind {
    INTEGER,
    FLOAT,
    DOUBLE
  }

  static PixelFormat of(DataSet data) throws DicomUnsupportedException {
    Kind kind =
        data.element(Tags.PIXELS).isPresent()
            ? Kind.INTEGER
            : data.element(Tags.FLOAT_PIXELS).isPresent() ? Kind.FLOAT : Kind.DOUBLE;
    int rows = data.unsigned(Tags.ROWS, 0);
    int columns = data.unsigned(Tags.COLUMNS, 0);
    int samples = data.unsigned(Tags.SAMPLES_PER_PIXEL, 1);
    int allocated =
        switch (kind) {
          case INTEGER -> data.unsigned(Tags.BITS_ALLOCATED, 0);
          case FLOAT -> 32;
          case DOUBLE -> 64;
        };
    if (rows < 1 || columns < 1) {
      throw corrupt("rows or columns");
    }
    boolean known =
        kind != Kind.INTEGER
            || allocated == 1
            || allocated == 8
            || allocated == 16
            || allocated == 32;
    if (!known) {
      throw DicomUnsupportedException.unsupported("bits allocated " + allocated);
    }
    if (samples != 1 && samples != 3) {
      throw DicomUnsupportedException.unsupported("samples per pixel " + samples);
    }
    int stored = data.unsigned(Tags.BITS_STORED, allocated);
    if (stored < 1 || stored > allocated) {
      stored = allocated;
    }
    int highBit = data.unsigned(Tags.HIGH_BIT, stored - 1);
    if (highBit < stored - 1 || highBit >= allocated) {
      highBit = stored - 1;
    }
    String photometric = data.text(Tags.PHOTOMETRIC).toUpperCase(Locale.ROOT);
    if (photometric.isEmpty()) {
      photometric = samples == 3 ? "RGB" : "MONOCHROME2";
    }
    return new PixelFormat(
        rows,
        columns,
        samples,
        allocated,
        stored,
        highBit,
        data.unsigned(Tags.PIXEL_REPRESENTATION, 0) == 1,
        data.unsigned(Tags.PLANAR, 0) == 1,
        photometric,
        kind);
  }

  long pixels() {
    return (long) rows * columns;
  }

  boolean halfChroma() {
    return samples == 3
        && allocated == 8
        && (photometric.equals("YBR_FULL_422") || photometric.equals("YBR_PARTIAL_422"));
  }

  /** Bits of one uncompressed frame. */
  long nativeFrameBits() {
    if (halfChroma()) {
      return rows * ((columns + 1L) / 2) * 4 * 8;
    }
    return pixels() * samples * allocated;
  }
}
