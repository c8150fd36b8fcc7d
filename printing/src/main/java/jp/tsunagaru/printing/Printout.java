package jp.tsunagaru.printing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A document while it is being drawn. */
public final class Printout {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final float PDF_VERSION = 1.7f;

  private final PrintFont font;
  private final Imprint imprint;
  private final PDDocument document;
  private final PDType0Font letters;
  private final List<Sheet> sheets = new ArrayList<>();

  private Printout(PrintFont font, Imprint imprint, PDDocument document) throws IOException {
    this.font = font;
    this.imprint = imprint;
    this.document = document;
    this.letters = font.embedIn(document);
  }

  /**
   * Draws with the font of this machine.
   *
   * @throws NoFontException when there is none
   */
  public static Printed of(Imprint imprint, Consumer<Printout> drawing) {
    return of(PrintFont.shared(), imprint, drawing);
  }

  public static Printed of(PrintFont font, Imprint imprint, Consumer<Printout> drawing) {
    try (PDDocument document = new PDDocument()) {
      Printout printout = new Printout(font, imprint, document);
      drawing.accept(printout);
      return printout.finish();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public PrintFont font() {
    return font;
  }

  public Sheet newSheet() {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try {
      Sheet sheet = new Sheet(font, letters, new PDPageContentStream(document, page));
      sheets.add(sheet);
      return sheet;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Printed finish() throws IOException {
    if (sheets.isEmpty()) {
      newSheet();
    }
    Set<MissingLetter> missing = new LinkedHashSet<>();
    for (int index = 0; index < sheets.size(); index++) {
      Sheet sheet = sheets.get(index);
      missing.addAll(sheet.missing());
      new Footer(imprint, index + 1, sheets.size()).drawOn(sheet);
      sheet.close();
    }
    describe();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    font.save(document, bytes);
    return new Printed(bytes.toByteArray(), sheets.size(), List.copyOf(missing));
  }

  private void describe() {
    document.setVersion(PDF_VERSION);
    // The id of a file is made from this and its title; by default from the clock.
    document.setDocumentId(imprint.at().toEpochMilli());
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(imprint.title());
    information.setProducer("Tsunagaru");
    information.setCreationDate(GregorianCalendar.from(ZonedDateTime.ofInstant(imprint.at(), TOKYO)));
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage("ja");
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
  }
}
