package jp.tsunagaru.japanese;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** Steps that make different ways of writing the same kana alike. */
final class KanaText {

  static final char LONG = 'ー';

  private static final Pattern DASHES = Pattern.compile("[-‐‑‒–—―−─━~〜〰]");
  private static final Pattern IGNORED =
      Pattern.compile("[\\s\\p{Z}·‧•・\\u200B-\\u200D\\u2060\\uFEFF]+");
  private static final Pattern SELECTORS =
      Pattern.compile("[\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");

  private static final char VOICED_MARK = '\u3099';
  private static final Pattern MARKS = Pattern.compile("[\\u3099\\u309A]");

  private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
  private static final String LARGE = "アイウエオツヤユヨワカケ";
  private static final String SAME_SOUND = "ヅヂヲヰヱ";
  private static final String SOUND = "ズジオイエ";

  private static final Map<String, String> V_SOUNDS =
      Map.of("ヴァ", "バ", "ヴィ", "ビ", "ヴェ", "ベ", "ヴォ", "ボ", "ヷ", "バ", "ヸ", "ビ", "ヹ", "ベ", "ヺ", "ボ");

  private static final String ROW_A = "アカサタナハマヤラワガザダバパ";
  private static final String ROW_I = "イキシチニヒミリギジヂビピ";
  private static final String ROW_U = "ウクスツヌフムユルグズヅブプ";
  private static final String ROW_E = "エケセテネヘメレゲゼデベペ";
  private static final String ROW_O = "オコソトノホモヨロゴゾドボポ";
  private static final char OLD_LONG = 'ホ';
  private static final Pattern OLD_LONG_O = Pattern.compile("(?<=[" + ROW_O + "])" + OLD_LONG);

  /** What is left of each kana, from the first on, without its voicing mark. */
  private static final String UNVOICED = unvoiced();

  private KanaText() {}

  /**
   * NFKC without variation selectors, hiragana and half-width kana as full-width katakana,
   * repetition marks spelt out, one sign for all dashes and long vowels. Spaces stay.
   */
  static String katakana(String text) {
    if (!isPlain(text)) {
      return normalizedKatakana(text);
    }
    StringBuilder kana = new StringBuilder(text);
    for (int index = 0; index < kana.length(); index++) {
      char letter = kana.charAt(index);
      if (isHiragana(letter)) {
        kana.setCharAt(index, (char) (letter + 'ァ' - 'ぁ'));
      }
    }
    return kana.toString();
  }

  /**
   * Whether it is made of nothing but kana, common kanji, ASCII letters and digits and the space,
   * as nearly every name: Unicode normalization leaves each of them as it is.
   */
  static boolean isPlain(String text) {
    for (int index = 0; index < text.length(); index++) {
      char letter = text.charAt(index);
      boolean plain =
          letter >= '一' && letter <= '\u9FFF'
              || letter >= 'ぁ' && letter <= 'ゖ'
              || letter >= 'ァ' && letter <= 'ヺ'
              || letter == LONG
              || letter == ' '
              || letter >= '0' && letter <= '9'
              || letter >= 'A' && letter <= 'Z'
              || letter >= 'a' && letter <= 'z';
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  static String normalizedKatakana(String text) {
    String plain =
        SELECTORS.matcher(text).replaceAll("").replace('゛', VOICED_MARK).replace('゜', '\u309A');
    StringBuilder kana = new StringBuilder(plain.length());
    DASHES
        .matcher(Normalizer.normalize(plain, Normalizer.Form.NFKC))
        .replaceAll(String.valueOf(LONG))
        .codePoints()
        .forEach(codePoint -> append(kana, codePoint));
    return kana.toString();
  }

  static String withoutSpaces(String text) {
    return isPlain(text) ? text.replace(" ", "") : IGNORED.matcher(text).replaceAll("");
  }

  static String[] words(String text) {
    String stripped = text.strip();
    return isPlain(stripped) && !stripped.contains("  ")
        ? stripped.split(" ")
        : IGNORED.split(stripped);
  }

  /** Small kana as large ones, V sounds as B. */
  static String fold(String katakana) {
    String folded = katakana;
    if (hasV(katakana)) {
      for (Map.Entry<String, String> sound : V_SOUNDS.entrySet()) {
        folded = folded.replace(sound.getKey(), sound.getValue());
      }
    }
    return replaceEach(folded.replace('ヴ', 'ブ'), SMALL, LARGE);
  }

  private static boolean hasV(String katakana) {
    for (int index = 0; index < katakana.length(); index++) {
      char kana = katakana.charAt(index);
      if (kana == 'ヴ' || kana >= 'ヷ' && kana <= 'ヺ') {
        return true;
      }
    }
    return false;
  }

  /** ヅ as ズ, ヂ as ジ, ヲ as オ, ヰ as イ, ヱ as エ. */
  static String foldSameSounds(String katakana) {
    return replaceEach(katakana, SAME_SOUND, SOUND);
  }

  /** All spellings of a long vowel alike: タロー, タロオ and タロウ end in ウ, ケー and ケエ in イ. */
  static String foldLongVowels(String katakana) {
    StringBuilder folded = new StringBuilder(katakana);
    for (int index = 1; index < folded.length(); index++) {
      char kana = folded.charAt(index);
      if (kana == LONG || kana == 'オ' || kana == 'エ') {
        folded.setCharAt(index, foldLongVowel(folded.charAt(index - 1), kana));
      }
    }
    return folded.toString();
  }

  /** Old spellings of a long O: オホ as オオ. */
  static String foldOldLongVowels(String katakana) {
    return katakana.indexOf(OLD_LONG) < 0 ? katakana : OLD_LONG_O.matcher(katakana).replaceAll("オ");
  }

  static String withoutVoicing(String katakana) {
    if (!isPlain(katakana)) {
      return normalizedWithoutVoicing(katakana);
    }
    StringBuilder bare = new StringBuilder(katakana);
    for (int index = 0; index < bare.length(); index++) {
      int kana = bare.charAt(index) - 'ぁ';
      if (kana >= 0 && kana < UNVOICED.length()) {
        bare.setCharAt(index, UNVOICED.charAt(kana));
      }
    }
    return bare.toString();
  }

  private static String unvoiced() {
    StringBuilder bare = new StringBuilder();
    for (char kana = 'ぁ'; kana <= 'ヺ'; kana++) {
      String left = normalizedWithoutVoicing(String.valueOf(kana));
      bare.append(left.isEmpty() ? kana : left.charAt(0));
    }
    return bare.toString();
  }

  static String normalizedWithoutVoicing(String katakana) {
    String bare = MARKS.matcher(Normalizer.normalize(katakana, Normalizer.Form.NFD)).replaceAll("");
    return Normalizer.normalize(bare, Normalizer.Form.NFC);
  }

  static boolean isKana(int codePoint) {
    return codePoint == LONG || (codePoint >= 'ァ' && codePoint <= 'ヺ');
  }

  private static void append(StringBuilder kana, int codePoint) {
    boolean repeats = !kana.isEmpty();
    switch (codePoint) {
      case 'ゝ', 'ヽ', '々', '〻' ->
          kana.appendCodePoint(repeats ? kana.codePointBefore(kana.length()) : codePoint);
      case 'ゞ', 'ヾ' -> {
        if (repeats) {
          String voiced = withoutVoicing(kana.substring(kana.length() - 1)) + VOICED_MARK;
          kana.append(Normalizer.normalize(voiced, Normalizer.Form.NFC));
        } else {
          kana.appendCodePoint(codePoint);
        }
      }
      default -> kana.appendCodePoint(isHiragana(codePoint) ? codePoint + 'ァ' - 'ぁ' : codePoint);
    }
  }

  private static boolean isHiragana(int codePoint) {
    return codePoint >= 'ぁ' && codePoint <= 'ゖ';
  }

  private static char foldLongVowel(char before, char kana) {
    boolean isLong = kana == LONG;
    if (ROW_O.indexOf(before) >= 0 && (isLong || kana == 'オ')) {
      return 'ウ';
    }
    if (ROW_E.indexOf(before) >= 0 && (isLong || kana == 'エ')) {
      return 'イ';
    }
    if (isLong && ROW_A.indexOf(before) >= 0) {
      return 'ア';
    }
    if (isLong && ROW_I.indexOf(before) >= 0) {
      return 'イ';
    }
    return isLong && ROW_U.indexOf(before) >= 0 ? 'ウ' : kana;
  }

  private static String replaceEach(String text, String from, String to) {
    StringBuilder replaced = new StringBuilder(text);
    for (int index = 0; index < replaced.length(); index++) {
      char letter = replaced.charAt(index);
      int found = letter > 'ヺ' ? -1 : from.indexOf(letter);
      if (found >= 0) {
        replaced.setCharAt(index, to.charAt(found));
      }
    }
    return replaced.toString();
  }
}
