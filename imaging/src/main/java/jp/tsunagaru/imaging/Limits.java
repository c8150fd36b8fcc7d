package jp.tsunagaru.imaging;

/**
 * Upper bounds for one file.
 *
 * @param maxBytes size of the file
 * @param maxPixels width times height of a picture, read from its header before decoding
 * @param maxPdfPages highest page of a PDF that is rendered
 * @param maxInflatedBytes total size of compressed parts after decompression
 * @param maxEntries entries of a ZIP container, objects of a PDF
 */
public record Limits(
    long maxBytes, long maxPixels, int maxPdfPages, long maxInflatedBytes, int maxEntries) {

  public Limits {
    if (maxBytes < 1
        || maxPixels < 1
        || maxPdfPages < 1
        || maxInflatedBytes < 1
        || maxEntries < 1) {
      throw new IllegalArgumentException("Every limit must be at least 1");
    }
  }

  /** 50 MB a file, 60 megapixels, 300 PDF pages, 500 MB inflated, 200,000 entries. */
  public static Limits standard() {
    return new Limits(50L << 20, 60_000_000L, 300, 500L << 20, 200_000);
  }

  public Limits withMaxBytes(long bytes) {
    return new Limits(bytes, maxPixels, maxPdfPages, maxInflatedBytes, maxEntries);
  }

  public Limits withMaxPixels(long pixels) {
    return new Limits(maxBytes, pixels, maxPdfPages, maxInflatedBytes, maxEntries);
  }

  public Limits withMaxPdfPages(int pages) {
    return new Limits(maxBytes, maxPixels, pages, maxInflatedBytes, maxEntries);
  }

  public Limits withMaxInflatedBytes(long bytes) {
    return new Limits(maxBytes, maxPixels, maxPdfPages, bytes, maxEntries);
  }
}
