package jp.tsunagaru.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

class FontWithoutHintsTest {
  @Test
  void every_letter_keeps_its_outline_and_its_width() throws IOException {
    byte[] file = Files.readAllBytes(PrintFont.shared().file());
    byte[] slim = FontWithoutHints.of(file);
    try (TrueTypeFont before = parsed(file);
        TrueTypeFont after = parsed(slim)) {
      assertThat(slim.length).isLessThanOrEqualTo(file.length);
      assertThat(after.getNumberOfGlyphs()).isEqualTo(before.getNumberOfGlyphs());
      for (int glyph = 0; glyph < before.getNumberOfGlyphs(); glyph += 7) {
        assertThat(after.getAdvanceWidth(glyph)).isEqualTo(before.getAdvanceWidth(glyph));
        assertThat(outline(after, glyph)).as("glyph %d", glyph).isEqualTo(outline(before, glyph));
      }
      assertThat(after.getUnicodeCmapLookup().getGlyphId('\u60A3'))
          .isEqualTo(before.getUnicodeCmapLookup().getGlyphId('\u60A3'));
    }
    assertThat(FontWithoutHints.of(slim)).as("nothing is left to leave out").isEqualTo(slim);
  }

  @Test
  void what_is_no_font_comes_back_as_it_is() {
    byte[] words = "no font at all".getBytes(StandardCharsets.UTF_8);

    assertThat(FontWithoutHints.of(words)).isEqualTo(words);
  }

  private static TrueTypeFont parsed(byte[] font) throws IOException {
    return new TTFParser().parse(new RandomAccessReadBuffer(font));
  }

  private static List<String> outline(TrueTypeFont font, int glyph) throws IOException {
    List<String> outline = new ArrayList<>();
    GlyphData data = font.getGlyph().getGlyph(glyph);
    if (data == null) {
      return outline;
    }
    double[] points = new double[6];
    for (PathIterator at = data.getPath().getPathIterator(null); !at.isDone(); at.next()) {
      Arrays.fill(points, 0);
      outline.add(at.currentSegment(points) + Arrays.toString(points));
    }
    return outline;
  }
}
