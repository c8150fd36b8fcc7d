package jp.tsunagaru.japanese;

import java.util.regex.Pattern;

/**
 * Lengths of text as people and databases count them; {@link String#length} counts neither.
 *
 * <p>𠮷 is one code point and one grapheme; 葛 with a variation selector is two code points and one
 * grapheme.
 */
public final class TextLength {

  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  private TextLength() {}

  public static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  /** What a reader sees as characters (Unicode extended grapheme clusters). */
  public static int graphemes(String text) {
    return (int) GRAPHEME.matcher(text).results().count();
  }
}
