package jp.tsunagaru.imaging;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws 「参考画像」 into the lower right corner where a font can. */
final class ReferenceMark {
  private static final String TEXT = "参考画像";
  private static final int SMALLEST = 11;

  private ReferenceMark() {}

  private static final class Fonts {
    static final Optional<Font> FOUND = find();

    private static Optional<Font> find() {
      try {
        return Stream.concat(
                Stream.of(new Font(Font.SANS_SERIF, Font.PLAIN, 12)),
                Stream.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()))
            .filter(font -> font.canDisplayUpTo(TEXT) < 0)
            .findFirst();
      } catch (RuntimeException | LinkageError noFonts) {
        return Optional.empty();
      }
    }
  }

  /** Returns whether it was drawn. */
  static boolean draw(BufferedImage image) {
    if (Fonts.FOUND.isEmpty()) {
      return false;
    }
    int longest = Math.max(image.getWidth(), image.getHeight());
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setFont(Fonts.FOUND.get().deriveFont(Math.max(SMALLEST, longest / 32f)));
      FontMetrics metrics = graphics.getFontMetrics();
      int pad = Math.max(2, metrics.getHeight() / 8);
      int width = metrics.stringWidth(TEXT) + 2 * pad;
      int height = metrics.getAscent() + metrics.getDescent() + 2 * pad;
      int x = image.getWidth() - width;
      int y = image.getHeight() - height;
      graphics.setColor(Color.BLACK);
      graphics.fillRect(x, y, width, height);
      graphics.setColor(Color.WHITE);
      graphics.drawString(TEXT, x + pad, y + pad + metrics.getAscent());
      return true;
    } catch (RuntimeException | LinkageError noFonts) {
      return false;
    } finally {
      graphics.dispose();
    }
  }
}
