package jp.tsunagaru.benchmark;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import jp.tsunagaru.imaging.MediaKind;
import jp.tsunagaru.imaging.RenderOptions;
import jp.tsunagaru.imaging.Rendered;
import jp.tsunagaru.imaging.Rendering;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * Pictures of what phones and scanners send: thumbnail and display picture of a photo of twelve
 * megapixels and of a page of text, from file to file, on one thread, as a worker process makes
 * them.
 */
final class Thumbnails {
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration MEASURED = Duration.ofSeconds(6);

  private Thumbnails() {}

  static void run(Report report, double scale) throws IOException {
    ImageIO.setUseCache(false);
    Path folder = Files.createTempDirectory("thumbnails");
    measure(report, "photo of 12 megapixels", photo(folder), MediaKind.JPEG, folder, scale);
    measure(report, "page of PDF", letter(folder), MediaKind.PDF, folder, scale);
  }

  private static void measure(
      Report report, String name, Path file, MediaKind kind, Path folder, double scale)
      throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    render(file, kind, out, (long) (WARM_UP.toNanos() * scale));
    double perSecond = render(file, kind, out, (long) (MEASURED.toNanos() * scale));
    report.add(
        "Thumbnail and display picture, " + name,
        Report.perSecond(perSecond),
        String.format(Locale.ROOT, "%.1f ms each", 1000 / perSecond));
  }

  private static double render(Path file, MediaKind kind, Path out, long nanos) {
    long begun = System.nanoTime();
    int made = 0;
    do {
      if (!(Rendering.render(file, kind, out, RenderOptions.standard()) instanceof Rendered)) {
        throw new IllegalStateException("no picture of " + kind);
      }
      made++;
    } while (System.nanoTime() - begun < nanos);
    return made / ((System.nanoTime() - begun) / 1e9);
  }

  /** Many soft edges and some noise, so that it compresses like a photo. */
  private static Path photo(Path folder) throws IOException {
    BufferedImage image = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
    SplittableRandom random = new SplittableRandom(12);
    Graphics2D pen = image.createGraphics();
    for (int i = 0; i < 4000; i++) {
      pen.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), 90));
      pen.fillOval(random.nextInt(4000), random.nextInt(3000), 400, 300);
    }
    pen.dispose();
    Path file = folder.resolve("photo.jpg");
    ImageIO.write(image, "jpg", file.toFile());
    return file;
  }

  private static Path letter(Path folder) throws IOException {
    Path file = folder.resolve("letter.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream text = new PDPageContentStream(document, page)) {
        text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
        text.beginText();
        text.setLeading(14);
        text.newLineAtOffset(50, 780);
        for (int line = 0; line < 50; line++) {
          text.showText("BP 132/78, P 68, SpO2 97 percent, walked to the bathroom with a rail");
          text.newLine();
        }
        text.endText();
      }
      document.save(file.toFile());
    }
    return file;
  }
}
