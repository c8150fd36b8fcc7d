package jp.tsunagaru.verifier;

import java.io.IOException;

/** A file is not what it should be. */
final class UnreadableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String text;

  /**
   * @param text key of the sentence that says so
   */
  UnreadableException(String text) {
    super(text);
    this.text = text;
  }

  String text() {
    return text;
  }
}
