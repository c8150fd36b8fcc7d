package jp.tsunagaru.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextFittingTest {
  private static final PrintFont FONT = PrintFont.shared();
  private static final TextStyle STEPS = TextStyle.of(3.5, 3.0, 2.5);

  @Test
  void aShortTextKeepsTheWantedSize() {
    Fitted fitted = TextFitting.fit(FONT, 60, 5, "訪問時の様子", STEPS);

    assertThat(fitted.size()).isEqualTo(3.5);
    assertThat(fitted.lines()).containsExactly("訪問時の様子");
    assertThat(fitted.complete()).isTrue();
  }

  @Test
  void aLongerTextShrinksStepByStep() {
    // 20 letters: 70 mm at 3.5, 60 mm at 3.0, 50 mm at 2.5.
    String twenty = "あ".repeat(20);

    assertThat(TextFitting.fit(FONT, 70, 4, twenty, STEPS).size()).isEqualTo(3.5);
    assertThat(TextFitting.fit(FONT, 69, 4, twenty, STEPS).size()).isEqualTo(3.0);
    assertThat(TextFitting.fit(FONT, 59, 4, twenty, STEPS).size()).isEqualTo(2.5);
  }

  @Test
  void whatDoesNotFitEvenThenComesBackUnchanged() {
    String text = "あ".repeat(20) + "葛\uDB40\uDD00飾\n次の行";

    Fitted fitted = TextFitting.fit(FONT, 50, 2.6, text, STEPS);

    assertThat(fitted.lines()).containsExactly("あ".repeat(20));
    assertThat(fitted.rest()).isEqualTo("葛\uDB40\uDD00飾\n次の行");
    assertThat(fitted.complete()).isFalse();
  }

  @Test
  void whatIsDrawnAndWhatIsLeftIsTheWholeText() {
    String text = "血圧は朝128/76、夕134/82でした。内服（アムロジピン）は「飲み忘れなし」とのこと。".repeat(9);
    StringBuilder together = new StringBuilder();
    String left = text;
    int sheets = 0;
    while (!left.isEmpty()) {
      Fitted fitted = TextFitting.fit(FONT, 47, 12, left, TextStyle.of(3));
      assertThat(fitted.lines()).isNotEmpty();
      fitted.lines().forEach(together::append);
      left = fitted.rest();
      sheets++;
    }

    assertThat(together.toString()).isEqualTo(text);
    assertThat(sheets).isGreaterThan(2);
  }

  @Test
  void noHeightTakesNothing() {
    Fitted fitted = TextFitting.fit(FONT, 50, 1, "あ", STEPS);

    assertThat(fitted.lines()).isEmpty();
    assertThat(fitted.rest()).isEqualTo("あ");
  }

  @Test
  void aLineBeginsNeitherWithAFullStopNorWithASmallLetter() {
    // Five letters a line; the sixth must not begin one.
    assertThat(lines("あいうえお。かき", 5)).containsExactly("あいうえ", "お。かき");
    assertThat(lines("あいうえお、かき", 5)).containsExactly("あいうえ", "お、かき");
    assertThat(lines("あいうえお）かき", 5)).containsExactly("あいうえ", "お）かき");
    assertThat(lines("アイウエキャベツ", 5)).containsExactly("アイウエ", "キャベツ");
    assertThat(lines("アイウエルーム", 5)).containsExactly("アイウエ", "ルーム");
  }

  @Test
  void aLineEndsWithNoOpeningBracket() {
    assertThat(lines("あいうえ（かき）", 5)).containsExactly("あいうえ", "（かき）");
    assertThat(lines("あいうえ「かき」", 5)).containsExactly("あいうえ", "「かき」");
  }

  @Test
  void wordsAndNumbersStayTogether() {
    assertThat(lines("体温は 37.2 度", 5)).containsExactly("体温は", "37.2 度");
    assertThat(lines("mg/dL mmHg", 4)).containsExactly("mg/dL", "mmHg");
  }

  @Test
  void aWordLongerThanALineIsBrokenSomewhere() {
    assertThat(String.join("", lines("https://example.jp/abcdefghijklmnopqrstuvwxyz", 5)))
        .isEqualTo("https://example.jp/abcdefghijklmnopqrstuvwxyz");
  }

  @Test
  void typedLineEndsAreKept() {
    assertThat(lines("あ\r\n\nい", 5)).containsExactly("あ", "", "い");
    assertThat(lines("あいうえお\nか", 5)).containsExactly("あいうえお", "か");
  }

  private static List<String> lines(String text, int lettersALine) {
    return TextFitting.fit(FONT, lettersALine * 3.0, 200, text, TextStyle.of(3)).lines();
  }
}
