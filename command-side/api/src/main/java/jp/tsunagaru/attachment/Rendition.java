package jp.tsunagaru.attachment;

/**
 * A derived picture: {@code THUMBNAIL} at most 320, {@code DISPLAY} at most 2048 pixels on the
 * longer side.
 */
public record Rendition(Kind kind, int page, StoredFile file, int width, int height) {
  public enum Kind {
    THUMBNAIL,
    DISPLAY
  }
}
