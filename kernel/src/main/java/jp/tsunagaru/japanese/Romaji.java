package jp.tsunagaru.japanese;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one word of romaji, Hepburn or Kunrei, passport style and macrons included. */
final class Romaji {

  private static final String SYLLABLES =
      """
      a ア i イ u ウ e エ o オ ka カ ki キ ku ク ke ケ ko コ sa サ si シ shi シ su ス se セ so ソ
      ta タ ti チ chi チ tu ツ tsu ツ te テ to ト na ナ ni ニ nu ヌ ne ネ no ノ
      ha ハ hi ヒ hu フ fu フ he ヘ ho ホ ma マ mi ミ mu ム me メ mo モ ya ヤ yu ユ yo ヨ
      ra ラ ri リ ru ル re レ ro ロ wa ワ wo ヲ ga ガ gi ギ gu グ ge ゲ go ゴ
      za ザ zi ジ ji ジ zu ズ ze ゼ zo ゾ da ダ di ヂ du ヅ de デ do ド
      ba バ bi ビ bu ブ be ベ bo ボ pa パ pi ピ pu プ pe ペ po ポ
      kya キャ kyu キュ kyo キョ gya ギャ gyu ギュ gyo ギョ nya ニャ nyu ニュ nyo ニョ
      sya シャ syu シュ syo ショ sha シャ shu シュ sho ショ she シェ
      tya チャ tyu チュ tyo チョ cha チャ chu チュ cho チョ che チェ
      hya ヒャ hyu ヒュ hyo ヒョ bya ビャ byu ビュ byo ビョ pya ピャ pyu ピュ pyo ピョ
      mya ミャ myu ミュ myo ミョ rya リャ ryu リュ ryo リョ
      ja ジャ ju ジュ jo ジョ je ジェ jya ジャ jyu ジュ jyo ジョ zya ジャ zyu ジュ zyo ジョ
      dya ヂャ dyu ヂュ dyo ヂョ fa ファ fi フィ fe フェ fo フォ
      va ヴァ vi ヴィ vu ヴ ve ヴェ vo ヴォ wi ウィ we ウェ
      """;

  private static final Map<String, String> KANA = read();
  private static final int LONGEST = 3;
  private static final String VOWELS = "aiueo";
  private static final Pattern WORD = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}'’ー]*");

  private Romaji() {}

  /** The word in katakana, empty if any part of it is no Japanese syllable. */
  static Optional<String> toKatakana(String word) {
    boolean japanese = !word.isEmpty() && word.charAt(0) >= 'ぁ' && word.charAt(0) <= '\u9FFF';
    if (japanese || !WORD.matcher(word).matches()) {
      return Optional.empty();
    }
    String latin =
        word.toLowerCase(Locale.ROOT)
            .replaceAll("[āâ]", "aa")
            .replaceAll("[īî]", "ii")
            .replaceAll("[ūû]", "uu")
            .replaceAll("[ēê]", "ei")
            .replaceAll("[ōô]", "ou");
    return new Reader(latin).read();
  }

  private static Map<String, String> read() {
    Map<String, String> kana = new HashMap<>();
    String[] pairs = SYLLABLES.strip().split("\\s+");
    for (int index = 0; index < pairs.length; index += 2) {
      kana.put(pairs[index], pairs[index + 1]);
    }
    return Map.copyOf(kana);
  }

  private static final class Reader {

    private final String latin;
    private final StringBuilder kana = new StringBuilder();
    private int at;

    Reader(String latin) {
      this.latin = latin;
    }

    Optional<String> read() {
      while (at < latin.length()) {
        boolean understood =
            readSign() || readSyllable() || readN() || readDoubled() || readLongO();
        if (!understood) {
          return Optional.empty();
        }
      }
      return Optional.of(kana.toString());
    }

    /** A dash at the end lengthens the vowel; elsewhere it parts syllables, as ' does. */
    private boolean readSign() {
      char sign = letter(0);
      if (sign != KanaText.LONG && sign != '\'' && sign != '’') {
        return false;
      }
      if (sign == KanaText.LONG && at == latin.length() - 1) {
        kana.append(sign);
      }
      at++;
      return true;
    }

    private boolean readSyllable() {
      if (isPassportLongO()) {
        return false;
      }
      for (int length = LONGEST; length > 0; length--) {
        if (at + length <= latin.length()) {
          String syllable = KANA.getOrDefault(latin.substring(at, at + length), "");
          if (!syllable.isEmpty()) {
            kana.append(syllable);
            at += length;
            return true;
          }
        }
      }
      return false;
    }

    private boolean readN() {
      boolean isN = letter(0) == 'n';
      boolean isM = letter(0) == 'm' && "bmp".indexOf(letter(1)) >= 0;
      if (!isN && !isM) {
        return false;
      }
      boolean isTypedTwice = isN && letter(1) == 'n' && !isVowel(letter(2)) && letter(2) != 'y';
      kana.append('ン');
      at += isTypedTwice ? 2 : 1;
      return true;
    }

    private boolean readDoubled() {
      boolean isDoubled = letter(0) == letter(1) && !isVowel(letter(0));
      boolean isTch = latin.startsWith("tch", at);
      if (!isDoubled && !isTch) {
        return false;
      }
      kana.append('ッ');
      at++;
      return true;
    }

    private boolean readLongO() {
      if (!isPassportLongO()) {
        return false;
      }
      kana.append('ウ');
      at++;
      return true;
    }

    /** The h of Ohno and Satoh. */
    private boolean isPassportLongO() {
      return letter(0) == 'h' && letter(-1) == 'o' && !isVowel(letter(1));
    }

    private char letter(int offset) {
      int index = at + offset;
      return index >= 0 && index < latin.length() ? latin.charAt(index) : ' ';
    }

    private static boolean isVowel(char letter) {
      return VOWELS.indexOf(letter) >= 0;
    }
  }
}
