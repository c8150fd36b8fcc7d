package jp.tsunagaru.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VariantKanjiTest {

  @Test
  void foldingTwiceChangesNothingMore() {
    for (int codePoint = 0x3400; codePoint < 0x30000; codePoint++) {
      int folded = VariantKanji.fold(codePoint);
      assertThat(VariantKanji.fold(folded)).as("U+%04X", codePoint).isEqualTo(folded);
    }
  }

  @Test
  void leavesOtherTextAlone() {
    assertThat(VariantKanji.fold("山田 Taro たろう")).isEqualTo("山田 Taro たろう");
  }
}
