package jp.tsunagaru.japanese;

/**
 * Text as entered, without characters that are invisible and harmful.
 *
 * <p>Removed are control characters except line feed and tab, directional controls, unpaired
 * surrogates and outer white space of any kind. Everything else survives as it is: nothing is
 * normalised, so compatibility ideographs, variation selectors and private-use characters of
 * registered names are kept. The length is for the caller to check, in code points.
 */
public final class CleanText {

  private CleanText() {}

  /** Cleans text of several lines; all kinds of line ends become line feeds. */
  public static String of(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(CleanText::isKept)
        .forEach(kept::appendCodePoint);
    return trim(kept);
  }

  /** Cleans text of one line, such as a name: each run of line feeds and tabs becomes one space. */
  public static String line(String text) {
    return of(text).replaceAll("[\\n\\t]+", " ");
  }

  private static boolean isKept(int codePoint) {
    if (codePoint == '\n' || codePoint == '\t') {
      return true;
    }
    return !Character.isISOControl(codePoint)
        && !isDirectional(codePoint)
        && Character.getType(codePoint) != Character.SURROGATE;
  }

  private static boolean isDirectional(int codePoint) {
    return codePoint == 0x061C
        || codePoint == 0x200E
        || codePoint == 0x200F
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  private static String trim(CharSequence text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.subSequence(start, end).toString();
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }
}
