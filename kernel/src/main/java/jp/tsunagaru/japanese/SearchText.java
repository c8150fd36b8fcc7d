package jp.tsunagaru.japanese;

/** What someone typed into a search field. */
public sealed interface SearchText {

  /** Part of a telephone number: at least 4 digits. */
  record Phone(String digits) implements SearchText {}

  /**
   * Kana or romaji. Compare {@code key} with {@link SearchKey#kana} of furigana and {@code nameKey}
   * with {@link SearchKey#of} of names, which may be in kana or Latin letters themselves.
   */
  record Kana(String key, String nameKey) implements SearchText {}

  /** Anything else; compare {@code key} with {@link SearchKey#of} of names. */
  record Name(String key) implements SearchText {}

  /** Nothing to search for: only spaces, dashes and the like. */
  record Empty() implements SearchText {}

  /** Recognises typed text; never fails. */
  static SearchText understand(String text) {
    String nameKey = SearchKey.of(text);
    if (nameKey.codePoints().allMatch(codePoint -> codePoint == KanaText.LONG)) {
      return new Empty();
    }
    if (PhoneNumber.isSearchable(text)) {
      return new Phone(PhoneNumber.digitsOf(text));
    }
    boolean isKana = nameKey.codePoints().allMatch(KanaText::isKana);
    if (isKana || SearchKey.romajiToKatakana(text).isPresent()) {
      return new Kana(SearchKey.kana(text), nameKey);
    }
    return new Name(nameKey);
  }
}
