package jp.tsunagaru.printing;

/** Nothing can be printed until the operator installs a font; the message says so in Japanese. */
public final class NoFontException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  NoFontException(String sentence) {
    super(sentence);
  }
}
