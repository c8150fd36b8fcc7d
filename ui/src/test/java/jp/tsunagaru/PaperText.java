package jp.tsunagaru;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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

  /** What the dialog on top hands out; its address names nobody and nothing. */
  static List<String> printed(Person person, String name) throws IOException {
    Locator link = person.page.locator("a.button-link").last();
    PlaywrightAssertions.assertThat(link).isVisible();
    String address = link.getAttribute("href");
    assertThat(address).endsWith("tsunagaru.pdf").doesNotContain("pat_").doesNotContain("doc_");
    APIResponse answer = person.page.request().get("/" + address);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("content-type", "application/pdf");
    assertThat(answer.headers().get("cache-control")).contains("no-store");
    return pages(answer.body(), name);
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
