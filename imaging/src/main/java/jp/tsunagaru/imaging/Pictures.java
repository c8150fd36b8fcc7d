package jp.tsunagaru.imaging;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/** Scales, turns and writes pictures. */
final class Pictures {
  private Pictures() {}

  /** A copy without transparency, on white, in grey or RGB. */
  static BufferedImage opaque(BufferedImage image) {
    int type = image.getType();
    if (type == BufferedImage.TYPE_BYTE_GRAY
        || type == BufferedImage.TYPE_INT_RGB
        || type == BufferedImage.TYPE_3BYTE_BGR) {
      return image;
    }
    BufferedImage copy =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = copy.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, copy.getWidth(), copy.getHeight());
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return copy;
  }

  /** Scales down so that the longest side fits; never up. */
  static BufferedImage fit(BufferedImage image, int longest) {
    double factor = (double) longest / Math.max(image.getWidth(), image.getHeight());
    if (factor >= 1) {
      return image;
    }
    return scale(
        image,
        Math.max(1, (int) Math.round(image.getWidth() * factor)),
        Math.max(1, (int) Math.round(image.getHeight() * factor)));
  }

  /** Scales by halves, so that no pixel is left out. */
  static BufferedImage scale(BufferedImage image, int width, int height) {
    BufferedImage current = image;
    while (current.getWidth() > 2 * width || current.getHeight() > 2 * height) {
      current =
          draw(
              current,
              Math.max(width, (current.getWidth() + 1) / 2),
              Math.max(height, (current.getHeight() + 1) / 2));
    }
    return current.getWidth() == width && current.getHeight() == height
        ? current
        : draw(current, width, height);
  }

  private static BufferedImage draw(BufferedImage image, int width, int height) {
    BufferedImage scaled = new BufferedImage(width, height, image.getType());
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }

  /** Turns and mirrors by the EXIF orientation. */
  static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation <= 1 || orientation > 8) {
      return image;
    }
    int w = image.getWidth();
    int h = image.getHeight();
    boolean turned = orientation >= 5;
    AffineTransform transform =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
    BufferedImage result = new BufferedImage(turned ? h : w, turned ? w : h, image.getType());
    Graphics2D graphics = result.createGraphics();
    graphics.drawImage(image, transform, null);
    graphics.dispose();
    return result;
  }

  /** Writes a JPEG file without metadata and replaces an older one in one step. */
  static void write(BufferedImage image, Path target, float quality) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    ImageWriter writer = writer();
    try {
      Files.deleteIfExists(part);
      try (FileImageOutputStream out = new FileImageOutputStream(part.toFile())) {
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        writer.setOutput(out);
        writer.write(null, new IIOImage(image, null, null), param);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      writer.dispose();
      Files.deleteIfExists(part);
    }
  }

  private static ImageWriter writer() {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getName().startsWith("com.sun.imageio")) {
        return writer;
      }
    }
    throw new IllegalStateException("The JPEG writer of the JDK is missing");
  }
}
