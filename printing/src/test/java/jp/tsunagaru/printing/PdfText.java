package jp.tsunagaru.printing;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

final class PdfText {
  private PdfText() {}

  static String of(Printed printed) throws IOException {
    try (PDDocument document = Loader.loadPDF(printed.pdf())) {
      return new PDFTextStripper().getText(document);
    }
  }

  static String ofPage(Printed printed, int page) throws IOException {
    try (PDDocument document = Loader.loadPDF(printed.pdf())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      return stripper.getText(document);
    }
  }
}
