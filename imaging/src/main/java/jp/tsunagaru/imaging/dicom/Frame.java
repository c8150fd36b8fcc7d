package jp.tsunagaru.imaging.dicom;

/**
 * One decoded frame.
 *
 * @param planar whether all samples of one colour come first
 * @param halfChroma whether the layout is Y Y Cb Cr for two pixels
 * @param stored significant bits of a sample
 * @param shift position of the lowest significant bit
 * @param color how three samples are to be read
 */
record Frame(
    Samples samples, boolean planar, boolean halfChroma, int stored, int shift, Color color) {

  /** Meaning of the samples. */
  enum Color {
    GRAY,
    PALETTE,
    RGB,
    YBR_FULL,
    YBR_PARTIAL
  }
}
