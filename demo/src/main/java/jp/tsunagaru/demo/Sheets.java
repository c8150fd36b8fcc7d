package jp.tsunagaru.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagaru.japanese.Wareki;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** One-page sheets, in Japanese where a font is there, else with a line in Latin letters. */
final class Sheets {
  private static final float LEFT = 62;
  private static final float TOP = 770;

  private final JapaneseFont font;

  Sheets(JapaneseFont font) {
    this.font = font;
  }

  /** One at a time: the letters are shared. */
  synchronized byte[] make(String kind, PostPlan post, String facility, LocalDate date) {
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(FixedIds.seed(post.key()));
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      boolean japanese = font.letters().isPresent();
      PDFont type =
          japanese
              ? PDType0Font.load(document, font.letters().orElseThrow(), true)
              : new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        if (japanese) {
          write(
              content,
              type,
              Wording.sections("sheets.txt").getOrDefault(kind, List.of()),
              post,
              facility,
              date);
        } else {
          line(content, type, 16, LEFT, TOP, "Demo sheet " + kind + " " + date);
          line(content, type, 11, LEFT, TOP - 40, "This sheet belongs to an invented city.");
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(
      PDPageContentStream content,
      PDFont type,
      List<String> lines,
      PostPlan post,
      String facility,
      LocalDate date)
      throws IOException {
    float y = TOP;
    boolean title = true;
    for (String text : lines) {
      String filled =
          text.replace("{date}", Wareki.formatBoth(date))
              .replace("{facility}", facility)
              .replace("{author}", post.author().name().full());
      boolean heading = filled.startsWith("= ");
      boolean item = filled.startsWith("- ");
      float size = title ? 18 : heading ? 13 : 11;
      y -= title ? 0 : heading ? 34 : 22;
      String words = heading ? filled.substring(2) : item ? "\u30FB" + filled.substring(2) : filled;
      line(content, type, size, LEFT + (item ? 12 : 0), y, drawable(type, words));
      if (title || heading) {
        content.setLineWidth(0.6f);
        content.moveTo(LEFT, y - 6);
        content.lineTo(PDRectangle.A4.getWidth() - LEFT, y - 6);
        content.stroke();
      }
      title = false;
    }
  }

  /** Without the rare letters that the font does not have. */
  private static String drawable(PDFont type, String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .forEach(letter -> {
          String one = Character.toString(letter);
          try {
            type.encode(one);
            kept.append(one);
          } catch (IOException | IllegalArgumentException missing) {
            kept.append(Character.getType(letter) == Character.NON_SPACING_MARK ? "" : "\u3013");
          }
        });
    return kept.toString();
  }

  private static void line(
      PDPageContentStream content, PDFont type, float size, float x, float y, String text)
      throws IOException {
    content.beginText();
    content.setFont(type, size);
    content.newLineAtOffset(x, y);
    content.showText(text);
    content.endText();
  }
}
