package jp.tsunagaru.document.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagaru.document.view.TextDiff.Kind;
import jp.tsunagaru.document.view.TextDiff.Piece;
import org.junit.jupiter.api.Test;

class TextDiffTest {
  @Test
  void equalTextsAreOnePieceThatStayed() {
    assertThat(TextDiff.between("体温36.5。食事は全量。", "体温36.5。食事は全量。"))
        .containsExactly(new Piece(Kind.SAME, "体温36.5。食事は全量。"));
  }

  @Test
  void aChangedCharacterIsShownWithinItsSentence() {
    assertThat(TextDiff.between("血圧は128/74でした。", "血圧は138/74でした。"))
        .containsExactly(
            new Piece(Kind.SAME, "血圧は1"),
            new Piece(Kind.REMOVED, "2"),
            new Piece(Kind.ADDED, "3"),
            new Piece(Kind.SAME, "8/74でした。"));
  }

  @Test
  void aSentenceThatHasNothingInCommonIsReplacedAsAWhole() {
    assertThat(TextDiff.between("発赤あり。\n", "食事を全量摂取しました。\n"))
        .containsExactly(
            new Piece(Kind.REMOVED, "発赤あり。"),
            new Piece(Kind.ADDED, "食事を全量摂取しました。"),
            new Piece(Kind.SAME, "\n"));
  }

  @Test
  void bothTextsCanBeReadBackFromThePieces() {
    String before = "訪問しました。\n体温36.5、血圧128/74。\n家族より連絡あり。";
    String after = "体温36.8、血圧128/74。\n夜間に咳。\n家族より連絡あり。次回は木曜。";
    List<Piece> pieces = TextDiff.between(before, after);
    assertThat(without(pieces, Kind.ADDED)).isEqualTo(before);
    assertThat(without(pieces, Kind.REMOVED)).isEqualTo(after);
  }

  @Test
  void surrogatePairsAreNeverTornApart() {
    List<Piece> pieces = TextDiff.between("担当は𠮷田です。", "担当は𠮟田です。");
    assertThat(pieces).contains(new Piece(Kind.REMOVED, "𠮷"), new Piece(Kind.ADDED, "𠮟"));
  }

  @Test
  void twoLongTextsWithoutAnythingInCommonAreStillCompared() {
    List<Piece> pieces = TextDiff.between("あ。".repeat(5000), "い。".repeat(5000));
    assertThat(pieces).extracting(Piece::kind).containsExactly(Kind.REMOVED, Kind.ADDED);
  }

  private static String without(List<Piece> pieces, Kind kind) {
    return pieces.stream()
        .filter(piece -> piece.kind() != kind)
        .map(Piece::text)
        .collect(Collectors.joining());
  }
}
