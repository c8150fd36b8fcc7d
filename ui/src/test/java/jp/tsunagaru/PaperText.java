package jp.tsunagaru;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What stands on the pages of a PDF. */
public final class PaperText {
  private static final Path PAPERS =
      Path.of(System.getProperty("basedir", "."), "target", "papers");

  private PaperText() {}

  public static List<String> pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return IntStream.rangeClosed(1, document.getNumberOfPages())
          .mapToObj(page -> page(document, page))
          .toList();
    }
  }

  /** Keeps it for the eye, under a name. */
  public static List<String> pages(byte[] pdf, String name) throws IOException {
    Files.createDirectories(PAPERS);
    Files.write(PAPERS.resolve(name + ".pdf"), pdf);
    return pages(pdf);
  }

  private static String page(PDDocument document, int page) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      return stripper.getText(document);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
