package jp.tsunagaru.japanese;

import java.text.Normalizer;
import java.util.Locale;

/** Reads numbers that people type with full-width characters, spaces and hyphens. */
final class NumberText {

  private static final String PUNCTUATION = "[\\s\\p{Z}‐‑‒–—―−ー-]";

  private NumberText() {}

  /** Half-width, upper-case, without spaces and hyphens of any kind. */
  static String compact(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll(PUNCTUATION, "")
        .toUpperCase(Locale.ROOT);
  }
}
