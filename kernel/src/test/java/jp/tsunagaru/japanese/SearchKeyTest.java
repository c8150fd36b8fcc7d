package jp.tsunagaru.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchKeyTest {

  @ParameterizedTest
  @CsvSource({
    "髙橋, 高橋",
    "山﨑, 山崎",
    "𠮷田, 吉田",
    "渡邉, 渡辺",
    "渡邊, 渡辺",
    "齋藤, 斉藤",
    "齊藤, 斎藤",
    "濵田, 浜田",
    "濱田, 浜田",
    "嶋田, 島田",
    "嶌田, 島田",
    "德川, 徳川",
    "廣田, 広田",
    "惠子, 恵子",
    "國枝, 国枝",
    "澤田, 沢田",
    "眞一, 真一",
    "瀨戸, 瀬戸",
    "桒原, 桑原",
    "𣘺本, 橋本",
    "栁田, 柳田",
    "\uFA10本, 塚本",
    "\uFA19谷, 神谷",
    "\uF9DC, 隆",
    "葛\uDB40\uDD00城, 葛城",
    "辻\uFE00, 辻",
    "佐々木, 佐佐木",
    "山田 太郎, 山田太郎",
    "山田　太郎, 山田太郎",
    "マリア・ロペス, まりあろぺす",
    "ﾏﾘｱ･ﾛﾍﾟｽ, マリアロペス",
    "一ヶ瀬, 一ケ瀬",
    "ゔぃくとる, ビクトル",
    "きゃりー, キヤリー",
    "か\u3099, ガ",
    "か゛, が",
    "みすゞ, みすず",
    "まゝ, まま",
    "Ｓｍｉｔｈ, SMITH",
    "josé, JOSE",
    "O'Brien, obrien",
    "Anne-Marie, ANNE‐MARIE",
    "ジョン－ポール, ジョン―ポ−ル",
    "㈱, (株)"
  })
  void namesThatPeopleCallTheSameHaveTheSameKey(String one, String other) {
    assertThat(SearchKey.of(one)).isEqualTo(SearchKey.of(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"山田, 山本", "大野, 小野", "カトウ, ガトウ", "崎, 埼", "坂, 阪"})
  void differentNamesHaveDifferentKeys(String one, String other) {
    assertThat(SearchKey.of(one)).isNotEqualTo(SearchKey.of(other));
  }

  @Test
  void aKeyIsItsOwnKey() {
    for (int codePoint = 0x20; codePoint < 0x30000; codePoint++) {
      if (Character.isLetterOrDigit(codePoint)
          && (codePoint < 0x250 || codePoint > 0x3000)
          && !Character.isSurrogate((char) codePoint)) {
        String key = SearchKey.of(Character.toString(codePoint));
        assertThat(SearchKey.of(key)).as("U+%04X", codePoint).isEqualTo(key);
      }
    }
  }

  @Test
  void aKeyOfABeginningIsABeginningOfTheKey() {
    String name = "𠮷澤髙嶋やまだﾀﾛｳっー大ヅヲ";
    for (int end = 0; end <= name.length(); end = name.offsetByCodePoints(end, 1)) {
      String beginning = name.substring(0, end);
      assertThat(SearchKey.of(name)).startsWith(SearchKey.of(beginning));
      assertThat(SearchKey.kana(name)).startsWith(SearchKey.kana(beginning));
      if (end == name.length()) {
        break;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "やまだ たろう",
        "ヤマダタロウ",
        "ﾔﾏﾀﾞ ﾀﾛｳ",
        "ヤマダ　タロー",
        "yamada tarou",
        "Yamada Tarō",
        "YAMADA TAROH",
        "ヤマダ・タロウ",
        "やまた\u3099 たろう"
      })
  void furiganaIsEqualHoweverItIsTyped(String typed) {
    assertThat(SearchKey.kana(typed)).isEqualTo(SearchKey.kana("やまだ たろう"));
  }

  @ParameterizedTest
  @CsvSource({
    "カヅヒコ, かずひこ",
    "ハナヂ, はなじ",
    "ミヲ, みお",
    "オーノ, オオノ",
    "ケーコ, けいこ",
    "ユーコ, ゆうこ",
    "キャリー, キヤリイ",
    "ヴァン, バン",
    "shinichi, しにち",
    "shin'ichi, しんいち",
    "shin-ichi, しんいち",
    "honma, ほんま",
    "homma, ほんま",
    "namba, なんば",
    "hattori, はっとり",
    "hatchoo, はっちょう",
    "syota, しょた",
    "shouta, しょうた",
    "tuchiya, つちや",
    "tsutiya, つちや",
    "huzii, ふじい",
    "fujii, ふじい",
    "zyun, じゅん",
    "jun, じゅん",
    "ohno, おおの",
    "ohyama, おおやま",
    "satoh, さとう",
    "sato-, さとう",
    "konno, こんの",
    "genn, げん",
    "Yūko, ゆうこ"
  })
  void spellingsOfTheSameSoundAreEqual(String one, String other) {
    assertThat(SearchKey.kana(one)).isEqualTo(SearchKey.kana(other));
  }

  @ParameterizedTest
  @CsvSource({"オオノ, オノ", "タロウ, タロ", "カトウ, ガトウ", "ヒロシ, ヒロジ"})
  void differentSoundsDiffer(String one, String other) {
    assertThat(SearchKey.kana(one)).isNotEqualTo(SearchKey.kana(other));
  }

  @ParameterizedTest
  @CsvSource({"ヤマタ, やまだ", "ハタ, ﾊﾟﾀﾞ", "カツヒコ, かづひこ", "オホノ, おおの", "オーノ, おおの"})
  void theLooseKeyIgnoresVoicing(String one, String other) {
    assertThat(SearchKey.looseKana(one)).isEqualTo(SearchKey.looseKana(other));
  }

  @Test
  void convertsRomajiWordsOnly() {
    assertThat(SearchKey.romajiToKatakana("yamada")).contains("ヤマダ");
    assertThat(SearchKey.romajiToKatakana("Kin Ito")).contains("キンイト");
    assertThat(SearchKey.romajiToKatakana("smith")).isEmpty();
    assertThat(SearchKey.romajiToKatakana("yamad")).isEmpty();
    assertThat(SearchKey.romajiToKatakana("山田")).isEmpty();
    assertThat(SearchKey.romajiToKatakana("")).isEmpty();
    assertThat(SearchKey.kana("Smith")).isEqualTo("SMITH");
  }

  @Test
  void recognisesWhatASearchTextIs() {
    assertThat(SearchText.understand("76-1188")).isEqualTo(new SearchText.Phone("761188"));
    assertThat(SearchText.understand("+81 568")).isEqualTo(new SearchText.Phone("0568"));
    assertThat(SearchText.understand("やまだ")).isEqualTo(new SearchText.Kana("ヤマダ", "ヤマダ"));
    assertThat(SearchText.understand("ﾔﾏﾀﾞ ﾀﾛｰ"))
        .isEqualTo(new SearchText.Kana("ヤマダタロウ", "ヤマダタロー"));
    assertThat(SearchText.understand("yamada")).isEqualTo(new SearchText.Kana("ヤマダ", "YAMADA"));
    assertThat(SearchText.understand("髙橋")).isEqualTo(new SearchText.Name("高橋"));
    assertThat(SearchText.understand("山田 たろう")).isEqualTo(new SearchText.Name("山田タロウ"));
    assertThat(SearchText.understand("Smith")).isEqualTo(new SearchText.Name("SMITH"));
    assertThat(SearchText.understand("485")).isEqualTo(new SearchText.Name("485"));
    assertThat(SearchText.understand("\uE000")).isEqualTo(new SearchText.Name("\uE000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　", "-", "ー ・", "\t\n"})
  void recognisesNothing(String typed) {
    assertThat(SearchText.understand(typed)).isEqualTo(new SearchText.Empty());
  }

  /** What normalization leaves alone is not normalized. */
  @Test
  void plainTextHasTheKeyThatNormalizationWouldMake() {
    StringBuilder plain = new StringBuilder(" ー09azAZ一龥");
    for (char letter = 0; letter < Character.MAX_VALUE; letter++) {
      if (KanaText.isPlain(String.valueOf(letter))) {
        plain.append(letter);
      }
    }
    assertThat(plain.length()).isGreaterThan(20_000);
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      StringBuilder made = new StringBuilder();
      int length = 1 + random.nextInt(6);
      while (made.length() < length) {
        // Kana are few beside the kanji: half of the letters are drawn from the first, the kana.
        made.append(
            random.nextBoolean()
                ? plain.charAt(random.nextInt(250))
                : plain.charAt(random.nextInt(plain.length())));
      }
      String text = made.toString();
      String katakana = KanaText.katakana(text);
      assertThat(katakana).isEqualTo(KanaText.normalizedKatakana(text));
      assertThat(KanaText.withoutVoicing(text)).isEqualTo(KanaText.normalizedWithoutVoicing(text));
      assertThat(KanaText.withoutSpaces(text)).isEqualTo(text.replaceAll("\\s+", ""));
      assertThat(KanaText.words(text)).isEqualTo(text.strip().split("\\s+"));
      // An apostrophe is plain no more and leaves nothing in the key.
      assertThat(SearchKey.of(text)).as(text).isEqualTo(SearchKey.of(text + "’"));
    }
  }
}
