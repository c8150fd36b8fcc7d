package jp.tsunagaru.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintoutTest {
  private static final Instant AT = Instant.parse("2026-11-22T05:05:00Z");
  private static final Imprint IMPRINT =
      Imprint.ofRecord("連絡帳", AT, "看護 花子", "ひまわり訪問看護ステーション");

  /** In no font of ordinary size. */
  private static final String RARE = "\uD869\uDED6";

  @Test
  void everyPageSaysWhoPrintedItWhenAndWhatItIsWorth() throws IOException {
    Printed printed =
        Printout.of(
            IMPRINT.withNote("会議用"),
            printout -> {
              printout.newSheet().label(20, 20, 4, "一枚目");
              printout.newSheet().label(20, 20, 4, "二枚目");
            });

    assertThat(printed.pages()).isEqualTo(2);
    for (int page = 1; page <= 2; page++) {
      assertThat(PdfText.ofPage(printed, page))
          .contains(page + " / 2 ページ")
          .contains("令和8年11月22日 14:05")
          .contains("看護 花子")
          .contains("ひまわり訪問看護ステーション")
          .contains("参照情報")
          .contains("原本")
          .contains("会議用");
    }
    assertThat(PdfText.ofPage(printed, 1)).contains("一枚目").doesNotContain("二枚目");
  }

  @Test
  void equalInputMakesEqualBytes() {
    assertThat(everything().pdf()).isEqualTo(everything().pdf());
  }

  @Test
  void itIsPdf17WithASubsetOfTheFontOnly() throws IOException {
    Printed printed = everything();

    try (PDDocument document = Loader.loadPDF(printed.pdf())) {
      assertThat(document.getVersion()).isEqualTo(1.7f);
      assertThat(document.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(AT);
      for (var name : document.getPage(0).getResources().getFontNames()) {
        PDFont font = document.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getName()).matches("[A-Z]{6}\\+.+");
      }
    }
    assertThat(printed.pdf().length).isLessThan(100_000);
  }

  @Test
  void aLetterWithoutAGlyphStandsAsGetaAndIsNamedAtTheFoot() throws IOException {
    Printed printed = Printout.of(IMPRINT, printout -> {
      printout.newSheet().label(20, 20, 4, "氏名 " + RARE + "田");
      printout.newSheet().label(20, 20, 4, "二枚目");
    });

    assertThat(printed.missing()).containsExactly(new MissingLetter(RARE));
    assertThat(PdfText.ofPage(printed, 1)).contains("氏名 〓田").contains("U+2A6D6");
    assertThat(PdfText.ofPage(printed, 2)).doesNotContain("U+2A6D6");
  }

  @Test
  void aVariantOfALetterIsNotPrintedAsItsCommonForm() throws IOException {
    Printed printed =
        Printout.of(
            IMPRINT,
            printout -> printout.newSheet().label(20, 20, 4, "葛\uDB40\uDD00城市 葛飾区"));

    assertThat(printed.missing()).containsExactly(new MissingLetter("葛\uDB40\uDD00"));
    assertThat(PdfText.of(printed)).contains("〓城市 葛飾区").contains("「葛」の異体字 U+845B U+E0100");
  }

  @Test
  void aPrivateCharacterIsNeverWhatTheFontHappensToHaveThere() throws IOException {
    Printed printed =
        Printout.of(IMPRINT, printout -> printout.newSheet().label(20, 20, 4, "a\uE000b"));

    assertThat(PdfText.of(printed)).contains("a〓b");
  }

  @Test
  void namesWithFormsOfTheirOwnKeepThem() throws IOException {
    // 神 as a compatibility ideograph would become another letter under normalization.
    Printed printed = Printout.of(
        IMPRINT, printout -> printout.newSheet().label(20, 20, 4, "髙橋 山﨑 か\u3099ま \uFA19"));

    assertThat(printed.missing().stream().map(MissingLetter::written))
        .isSubsetOf(List.of("\uFA19"));
    assertThat(PdfText.of(printed)).contains("髙橋 山﨑 がま").doesNotContain("\u795E");
  }

  @Test
  void aFlowContinuesOnAsManyPagesAsItTakes() throws IOException {
    String text =
        IntStream.range(0, 120).mapToObj(line -> line + "行目です。\n").reduce("", String::concat);

    Printed printed = Printout.of(IMPRINT, printout -> {
      Flow flow = new Flow(printout, "連絡帳");
      flow.title("連絡帳").heading("見出し").text(text);
      flow.table(
          List.of(40.0, 138.0),
          List.of("日付", "内容"),
          List.of(List.of("11月22日", "とても長い内容。".repeat(900)), List.of("11月23日", "おわり")));
    });

    String all = PdfText.of(printed);
    assertThat(printed.pages()).isGreaterThan(4);
    assertThat(all).contains("0行目です。").contains("119行目です。").contains("おわり");
    assertThat(all.chars().filter(letter -> letter == '長').count()).isEqualTo(900);
    assertThat(PdfText.ofPage(printed, 2)).contains("連絡帳（続き）");
  }

  @Test
  void anUnusableFontIsNamedInJapanese(@TempDir Path folder) throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.ttf"), "no font");

    assertThatThrownBy(() -> FontFile.named(broken.toString()))
        .isInstanceOf(NoFontException.class)
        .hasMessageContaining("TSUNAGARU_FONT")
        .hasMessageContaining(broken.toString())
        .hasMessageContaining("日本語");
  }

  private static Printed everything() {
    return Printout.of(IMPRINT, printout -> {
      Sheet sheet = printout.newSheet();
      sheet.text(new Area(16, 20, 178, 8), "訪問看護指示書", TextStyle.of(5).centered());
      sheet.box(new Area(16, 33, 178, 60), 0.4);
      sheet.column(new Area(16, 33, 8, 60), 3.5, "現在の状況（該当項目に○等）");
      sheet.line(24, 33, 24, 93, 0.2);
      double x = sheet.choice(30, 40, 3.5, "自立", true);
      x = sheet.choice(x + 4, 40, 3.5, "J1", false);
      sheet.choice(x + 4, 40, 3.5, "J2", true);
      x = sheet.tick(30, 50, 3.5, "ストーマ", true);
      sheet.tick(x + 4, 50, 3.5, "人工肛門", false);
      sheet.shade(new Area(30, 60, 40, 8), 0.9);
      sheet.text(
          new Area(30, 60, 40, 8).inside(1),
          "小さくなる文章がここに入りますので、ごらんください。",
          TextStyle.FIELD.middle());
      sheet.column(new Area(180, 40, 6, 40), 3, "サービス、計画。");
    });
  }

  /** For the eye. */
  public static void main(String[] arguments) throws IOException {
    Files.write(Path.of(arguments[0]), everything().pdf());
  }
}
