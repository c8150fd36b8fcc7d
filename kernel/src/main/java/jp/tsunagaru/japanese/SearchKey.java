package jp.tsunagaru.japanese;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keys that are equal when people would call two names the same. Keys are for comparing only: store
 * and show names as they were entered.
 *
 * <p>A key of a beginning of a name is a beginning of the key of the name for kanji and kana, so
 * prefix search works. Make keys of family and given name separately.
 */
public final class SearchKey {
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");

  private SearchKey() {}

  /**
   * The key of a name in any script: width, kana kind and size, dashes, spaces, middle dots,
   * apostrophes, variation selectors, variant kanji, accents and case make no difference. Empty for
   * text without anything else.
   */
  public static String of(String text) {
    String katakana = KanaText.fold(KanaText.withoutSpaces(KanaText.katakana(text)));
    return upperCase(VariantKanji.fold(katakana));
  }

  /**
   * The key of furigana. Beyond {@link #of}, long vowels (タロー, タロウ), ヅ and ズ, ヂ and ジ, ヲ and オ make
   * no difference, and words of romaji become kana. Kanji stay as they are.
   */
  public static String kana(String text) {
    return Kana.of(text).key();
  }

  /**
   * A looser key for a second try: like {@link #kana}, but voicing marks make no difference (ガ and
   * カ, パ and ハ, ヅ and ツ) nor do old spellings of a long O (オホ and オオ). ヅ and ズ differ here.
   */
  public static String looseKana(String text) {
    return Kana.of(text).looseKey();
  }

  /** Furigana of which both keys are wanted: what they have in common is made once. */
  public record Kana(String spoken) {
    public static Kana of(String text) {
      return new Kana(SearchKey.spoken(text));
    }

    /** As {@link SearchKey#kana}. */
    public String key() {
      return KanaText.foldLongVowels(KanaText.foldSameSounds(spoken));
    }

    /** As {@link SearchKey#looseKana}. */
    public String looseKey() {
      String plain = KanaText.withoutVoicing(KanaText.foldOldLongVowels(spoken));
      return KanaText.foldLongVowels(KanaText.foldSameSounds(plain));
    }
  }

  /**
   * Katakana for words of romaji, Hepburn or Kunrei, with or without macrons; spaces are dropped.
   * Empty if any word is no romaji, as with most foreign names.
   */
  public static Optional<String> romajiToKatakana(String text) {
    StringBuilder katakana = new StringBuilder();
    for (String word : KanaText.words(KanaText.katakana(text))) {
      Optional<String> converted = Romaji.toKatakana(word);
      if (converted.isEmpty()) {
        return Optional.empty();
      }
      katakana.append(converted.get());
    }
    return Optional.of(katakana.toString());
  }

  private static String spoken(String text) {
    StringBuilder katakana = new StringBuilder();
    for (String word : KanaText.words(KanaText.katakana(text))) {
      katakana.append(Romaji.toKatakana(word).orElseGet(() -> upperCase(word)));
    }
    return KanaText.fold(katakana.toString());
  }

  private static String upperCase(String text) {
    if (KanaText.isPlain(text)) {
      return text.toUpperCase(Locale.ROOT);
    }
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .filter(codePoint -> codePoint != '\'' && codePoint != '’')
        .forEach(codePoint -> plain.append(withoutAccents(codePoint)));
    return plain.toString().toUpperCase(Locale.ROOT);
  }

  private static String withoutAccents(int codePoint) {
    String text = Character.toString(codePoint);
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.LATIN
        ? ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("")
        : text;
  }
}
