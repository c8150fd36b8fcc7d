package jp.tsunagaru.printing;

/** Nothing can be printed until the operator installs a font; the sentence says so in Japanese. */
public final class NoFontException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  NoFontException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
