package jp.tsunagaru.printing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a document as grey pictures, for a screen that shows what paper will. */
public final class PagePictures {
  private PagePictures() {}

  public static List<BufferedImage> of(Printed printed, int dotsPerInch) {
    try (PDDocument document = Loader.loadPDF(printed.pdf())) {
      PDFRenderer renderer = new PDFRenderer(document);
      List<BufferedImage> pages = new ArrayList<>();
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        pages.add(renderer.renderImageWithDPI(page, dotsPerInch, ImageType.GRAY));
      }
      return pages;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Each page as a PNG file. */
  public static List<byte[]> files(Printed printed, int dotsPerInch) {
    return of(printed, dotsPerInch).stream().map(PagePictures::file).toList();
  }

  private static byte[] file(BufferedImage page) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(page, "png", file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return file.toByteArray();
  }
}
