package jp.tsunagaru.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  private static final String KATSURAGI = "葛\uDB40\uDD00城";

  @ParameterizedTest
  @CsvSource({"'', 0, 0", "𠮷, 1, 1", "葛\uDB40\uDD00, 2, 1", "山田, 2, 2", "か\u3099, 2, 1"})
  void countsWhatPeopleSee(String text, int codePoints, int graphemes) {
    assertThat(TextLength.codePoints(text)).isEqualTo(codePoints);
    assertThat(TextLength.graphemes(text)).isEqualTo(graphemes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFA10",
        "\uFA19",
        "\uF9DC",
        "\uFA47",
        "\uD87E\uDC1A",
        "髙",
        "﨑",
        "𠮷",
        KATSURAGI,
        "\uE000",
        "ﾔﾏﾀﾞ",
        "Ⅱ㈱㍻",
        "か\u3099",
        "山田　太郎",
        "a\nb\tc",
        "👨\u200D👩"
      })
  void namesSurviveExactlyAsEntered(String text) {
    assertThat(CleanText.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\u0000b', ab",
    "'a\u0007\u001B\u007F\u0085b', ab",
    "'a\r\nb', 'a\nb'",
    "'a\rb', 'a\nb'",
    "'\u202Eabc\u202C', abc",
    "'a\u2066b\u2069\u200E\u200F\u061C', ab",
    "'　 山田\u00A0', 山田",
    "'\n\ta\n', a",
    "'\u200E a', a"
  })
  void removesWhatIsInvisibleAndHarmful(String text, String clean) {
    assertThat(CleanText.of(text)).isEqualTo(clean);
  }

  @Test
  void removesHalvesOfCharacters() {
    assertThat(CleanText.of("a\uD842b\uDFB7c")).isEqualTo("abc");
  }

  @Test
  void putsNamesOnOneLine() {
    assertThat(CleanText.line("山田\r\n\t太郎\n")).isEqualTo("山田 太郎");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"髙", "﨑", "①", "Ⅱ", "～", "－", "―", "彅", "", "山田 太郎\n", "\uFA10", "㈱㍻", "ｶﾞ"})
  void writesWhatTheCodePageHas(String text) {
    assertThat(Ms932.canEncode(text)).isTrue();
    assertThat(Ms932.check(text))
        .satisfies(report -> {
          assertThat(report.isUnchanged()).isTrue();
          assertThat(report.text()).isEqualTo(text);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "𠮷, 吉",
    "鷗, 鴎",
    "剝, 剥",
    "\u301C, ～",
    "\u2212, －",
    "\u2014, ―",
    "\u00A5, ￥",
    "㋿, 令和",
    "ゔ, ヴ",
    "é, e",
    "か\u3099, が",
    "\uDB40\uDD00, ''",
    "\uE000, 〓",
    "\uE757, 〓",
    "👍, 〓",
    "한, 〓",
    "𣘺, 橋"
  })
  void suggestsAReplacementForTheRest(String text, String replacement) {
    assertThat(Ms932.canEncode(text)).isFalse();
    Ms932.Report report = Ms932.check(text);
    assertThat(report.findings()).containsExactly(new Ms932.Finding(0, text, replacement));
    assertThat(report.findings().getFirst().isLost()).isEqualTo(replacement.equals("〓"));
  }

  @Test
  void reportsEveryReplacementWithItsPlace() {
    Ms932.Report report = Ms932.check("𠮷田 " + KATSURAGI + "👍");

    assertThat(report.text()).isEqualTo("吉田 葛城〓");
    assertThat(report.findings())
        .containsExactly(
            new Ms932.Finding(0, "𠮷", "吉"),
            new Ms932.Finding(4, "\uDB40\uDD00", ""),
            new Ms932.Finding(6, "👍", "〓"));
    assertThat(new String(report.bytes(), Charset.forName("windows-31j"))).isEqualTo(report.text());
  }

  @Test
  void whatIsReportedCanAlwaysBeWritten() {
    for (int codePoint = 1; codePoint < 0x32000; codePoint += 3) {
      String text = Character.toString(codePoint);
      assertThat(Ms932.canEncode(Ms932.check(text).text())).as("U+%04X", codePoint).isTrue();
    }
  }
}
