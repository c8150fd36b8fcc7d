package jp.tsunagaru.printing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** One font, parsed once for all documents; measures text and knows which letters it lacks. */
public final class PrintFont {
  private static final String GETA = "\u3013";

  private static @Nullable PrintFont shared;

  private final Path file;
  private final TrueTypeFont letters;
  private final CmapLookup glyphs;
  private final double unitsPerEm;

  private PrintFont(Path file, TrueTypeFont letters) throws IOException {
    // Ligatures would make the drawn width another than the measured one.
    letters.setEnableGsub(false);
    this.file = file;
    this.letters = letters;
    this.glyphs = letters.getUnicodeCmapLookup();
    this.unitsPerEm = letters.getUnitsPerEm();
    letters.getHorizontalMetrics();
  }

  /**
   * The font of this machine; looked for again while there is none.
   *
   * @throws NoFontException with a Japanese sentence for the operator
   */
  public static synchronized PrintFont shared() {
    PrintFont found = shared;
    if (found == null) {
      found =
          FontFile.find()
              .map(file -> load(file.file()))
              .orElseThrow(() -> new NoFontException(PrintingTexts.get("font.none")));
      shared = found;
    }
    return found;
  }

  public static PrintFont load(Path file) {
    try {
      return new PrintFont(
          file,
          new FontFile(file)
              .openForPaper()
              .orElseThrow(() -> new NoFontException(PrintingTexts.get("font.unusable", file))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public Path file() {
    return file;
  }

  /** The width in millimetres of one line of text. */
  public double width(String text, double size) {
    return size * letters(text).stream().mapToDouble(Letter::em).sum();
  }

  /** The tables of a parsed font are read lazily: one document at a time takes its letters. */
  PDType0Font embedIn(PDDocument document) throws IOException {
    synchronized (letters) {
      return PDType0Font.load(document, letters, true);
    }
  }

  void save(PDDocument document, OutputStream to) throws IOException {
    synchronized (letters) {
      document.save(to);
    }
  }

  List<Letter> letters(String text) {
    List<Letter> found = new ArrayList<>();
    int[] points = text.replace("\r\n", "\n").replace('\r', '\n').codePoints().toArray();
    for (int at = 0; at < points.length; ) {
      int end = at + 1;
      while (end < points.length && belongsToTheOneBefore(points[end]) && points[at] != '\n') {
        end++;
      }
      found.add(letter(points, at, end));
      at = end;
    }
    return found;
  }

  private Letter letter(int[] points, int from, int to) {
    String written = new String(points, from, to - from);
    int base = points[from];
    if (base == '\n') {
      return new Letter(written, "", 0, false);
    }
    if (base == '\t' || Character.getType(base) == Character.SPACE_SEPARATOR && base != 0x3000) {
      return new Letter(written, " ", em(' '), false);
    }
    if (Character.isISOControl(base) || Character.getType(base) == Character.FORMAT) {
      return new Letter(written, "", 0, false);
    }
    int last = points[to - 1];
    boolean onlyColour = to - from == 2 && (last == 0xFE0E || last == 0xFE0F);
    String drawn = onlyColour ? Character.toString(base) : composed(written, to - from);
    boolean known =
        drawn
            .codePoints()
            .allMatch(point ->
                !isVariationSelector(point) && !isPrivate(point) && glyphs.getGlyphId(point) != 0);
    return known
        ? new Letter(written, drawn, drawn.codePoints().mapToDouble(this::em).sum(), false)
        : new Letter(written, GETA, em(GETA.codePointAt(0)), true);
  }

  /** Composition alone would turn compatibility ideographs, which stand in names, into others. */
  private static String composed(String written, int points) {
    return points == 1 ? written : Normalizer.normalize(written, Normalizer.Form.NFC);
  }

  private double em(int letter) {
    try {
      return letters.getAdvanceWidth(glyphs.getGlyphId(letter)) / unitsPerEm;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean belongsToTheOneBefore(int point) {
    return isVariationSelector(point)
        || switch (Character.getType(point)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  private static boolean isVariationSelector(int point) {
    return point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
  }

  /** A font may fill this area as it likes: whatever it draws there is not what was meant. */
  private static boolean isPrivate(int point) {
    return Character.getType(point) == Character.PRIVATE_USE;
  }
}
