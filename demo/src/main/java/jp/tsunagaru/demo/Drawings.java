package jp.tsunagaru.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Drawn stand-ins for photographs and tables: nobody's wound, nobody's lunch. */
final class Drawings {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 960;
  private static final Color SKIN = new Color(0xE8C4A6);
  private static final Color WOOD = new Color(0xB98A5A);
  private static final Color INK = new Color(0x333333);

  private final Chance chance;
  private final JapaneseFont font;

  Drawings(Chance chance, JapaneseFont font) {
    this.chance = chance;
    this.font = font;
  }

  byte[] png(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static BufferedImage onItsSide(BufferedImage upright) {
    int width = upright.getWidth();
    int height = upright.getHeight();
    BufferedImage side = new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB);
    Graphics2D to = side.createGraphics();
    AffineTransform left = new AffineTransform();
    left.translate(0, width);
    left.rotate(-Math.PI / 2);
    to.drawImage(upright, left, null);
    to.dispose();
    return side;
  }

  private BufferedImage draw(Color ground, Consumer<Graphics2D> content) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D to = picture.createGraphics();
    to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    to.setColor(ground);
    to.fillRect(0, 0, WIDTH, HEIGHT);
    content.accept(to);
    to.dispose();
    return picture;
  }

  /** A red mark on skin with a ruler beside it; {@code healed} from 0 to 1. */
  BufferedImage wound(double healed) {
    return draw(
        SKIN,
        to -> {
          speckle(to, SKIN, 9000, 14);
          double size = 330 - 230 * healed;
          Point2D middle = new Point2D.Double(620 + chance.bell() * 20, 450 + chance.bell() * 20);
          to.setPaint(
              new RadialGradientPaint(
                  middle,
                  (float) (size * 1.5),
                  new float[] {0f, 0.55f, 1f},
                  new Color[] {
                    new Color(190, 60, 60, 190), new Color(214, 120, 104, 120), new Color(0, true)
                  }));
          to.fill(blob(middle, size * 1.4, 0.06));
          to.setColor(new Color(0xA8323A));
          to.fill(blob(middle, size * (0.62 - 0.35 * healed), 0.16));
          to.setColor(new Color(0xC95B55));
          to.fill(blob(middle, size * (0.40 - 0.25 * healed), 0.2));
          ruler(to);
        });
  }

  private Path2D blob(Point2D middle, double size, double rough) {
    Path2D path = new Path2D.Double();
    int corners = 36;
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double reach = size / 2 * (1 + chance.bell() * rough);
      double x = middle.getX() + reach * 1.25 * Math.cos(angle);
      double y = middle.getY() + reach * Math.sin(angle);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    path.closePath();
    return path;
  }

  private void ruler(Graphics2D to) {
    to.setColor(Color.WHITE);
    to.fillRect(120, 800, 1040, 90);
    to.setColor(INK);
    for (int millimetre = 0; millimetre <= 50; millimetre++) {
      int x = 140 + millimetre * 20;
      int length = millimetre % 10 == 0 ? 50 : millimetre % 5 == 0 ? 36 : 22;
      to.fillRect(x, 800, 2, length);
    }
  }

  private void speckle(Graphics2D to, Color around, int dots, int spread) {
    for (int i = 0; i < dots; i++) {
      int shift = (int) (chance.bell() * spread);
      to.setColor(
          new Color(
              shade(around.getRed(), shift),
              shade(around.getGreen(), shift),
              shade(around.getBlue(), shift)));
      to.fillRect(chance.between(0, WIDTH), chance.between(0, HEIGHT), 5, 5);
    }
  }

  private static int shade(int value, int shift) {
    return Math.clamp(value + shift, 0, 255);
  }

  /** A box with a lid for each time of each day, some of them empty. */
  BufferedImage medicine() {
    return draw(
        new Color(0xD9D2C5),
        to -> {
          List<String> days = Table.lines("days.txt");
          for (int column = 0; column < 5; column++) {
            label(to, days.get(column), 250 + column * 200, 120, 44);
            for (int row = 0; row < 4; row++) {
              int x = 180 + column * 200;
              int y = 150 + row * 190;
              to.setColor(new Color(0xFFFFFF));
              to.fillRoundRect(x, y, 176, 166, 24, 24);
              to.setColor(new Color(0x7FA7C4));
              to.setStroke(new BasicStroke(5));
              to.drawRoundRect(x, y, 176, 166, 24, 24);
              boolean taken = column * 4 + row < 9 && !chance.in(0.12);
              for (int pill = 0; !taken && pill < chance.between(2, 4); pill++) {
                to.setColor(
                    chance.one(
                        List.of(
                            new Color(0xE9E3D2),
                            new Color(0xE8A0A0),
                            new Color(0xF0D26A),
                            new Color(0x9CC79A))));
                to.fill(
                    new Ellipse2D.Double(
                        x + 24 + chance.upTo(90), y + 30 + chance.upTo(80), 44, 32));
              }
            }
          }
        });
  }

  /** Bowls and a plate on a tray. */
  BufferedImage meal() {
    return draw(
        WOOD,
        to -> {
          to.setPaint(
              new GradientPaint(0, 0, new Color(0x7A3B2E), WIDTH, HEIGHT, new Color(0x5E2A22)));
          to.fillRoundRect(90, 90, 1100, 780, 60, 60);
          bowl(to, 300, 620, 300, new Color(0xFAF7EE), new Color(0xFFFFFF));
          bowl(to, 800, 620, 300, new Color(0x2E2723), new Color(0xC99A5B));
          bowl(to, 330, 270, 220, new Color(0xDDE6E0), new Color(0x6E9B4E));
          to.setColor(new Color(0xEDE9E1));
          to.fillOval(560, 140, 520, 300);
          to.setColor(new Color(0xD98E5F));
          to.fill(blob(new Point2D.Double(800, 290), 230, 0.05));
          to.setColor(new Color(0x8FB36A));
          to.fill(blob(new Point2D.Double(960, 320), 90, 0.12));
          to.setColor(new Color(0x3A2A1E));
          to.setStroke(new BasicStroke(12, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
          to.drawLine(200, 830, 1080, 812);
          to.drawLine(200, 852, 1080, 838);
        });
  }

  private static void bowl(Graphics2D to, int x, int y, int size, Color rim, Color content) {
    to.setColor(rim);
    to.fillOval(x - size / 2, y - size / 2, size, size);
    to.setColor(content);
    int inner = size * 3 / 4;
    to.fillOval(x - inner / 2, y - inner / 2, inner, inner);
  }

  /** A front door, a step and a slope to the street. */
  BufferedImage slope() {
    return draw(
        new Color(0xBFD8E8),
        to -> {
          to.setColor(new Color(0xE7DCC8));
          to.fillRect(60, 120, 620, 520);
          to.setColor(new Color(0x6B4A32));
          to.fillRect(380, 280, 190, 330);
          to.setColor(new Color(0xD8B04A));
          to.fillOval(536, 440, 20, 20);
          to.setColor(new Color(0x9FC4D6));
          to.fillRect(130, 260, 170, 150);
          to.setColor(new Color(0x9A9A96));
          to.fillRect(330, 610, 330, 60);
          Path2D way = new Path2D.Double();
          way.moveTo(660, 640);
          way.lineTo(1280, 830);
          way.lineTo(1280, 960);
          way.lineTo(330, 960);
          way.lineTo(330, 670);
          way.lineTo(660, 670);
          way.closePath();
          to.setColor(new Color(0xB8B3A8));
          to.fill(way);
          to.setColor(new Color(0x6F9A55));
          to.fillRect(0, 640, 330, 320);
          to.setColor(new Color(0xC0392B));
          to.setStroke(new BasicStroke(7));
          to.drawLine(680, 622, 1180, 775);
          to.drawLine(1180, 775, 1150, 745);
          to.drawLine(1180, 775, 1138, 781);
          label(to, "20cm", 560, 710, 48);
        });
  }

  /** A line of measurements over some weeks. */
  BufferedImage chart() {
    return draw(
        Color.WHITE,
        to -> {
          to.setColor(new Color(0xDDDDDD));
          for (int row = 0; row <= 6; row++) {
            to.fillRect(130, 120 + row * 110, 1060, 2);
          }
          to.setColor(INK);
          to.fillRect(130, 100, 4, 690);
          to.fillRect(130, 780, 1060, 4);
          double value = 430;
          Path2D line = new Path2D.Double();
          to.setColor(new Color(0x1F6FB2));
          for (int i = 0; i < 14; i++) {
            int x = 170 + i * 74;
            value = Math.clamp(value + chance.bell() * 42 - 8, 160, 740);
            to.fill(new Ellipse2D.Double(x - 10, value - 10, 20, 20));
            if (i == 0) {
              line.moveTo(x, value);
            } else {
              line.lineTo(x, value);
            }
          }
          to.setStroke(new BasicStroke(6));
          to.draw(line);
          for (int i = 0; i < 14; i += 2) {
            label(to, Integer.toString(i + 1), 160 + i * 74, 840, 34);
          }
        });
  }

  BufferedImage table() {
    return draw(
        Color.WHITE,
        to -> {
          to.setColor(new Color(0x2F5D50));
          to.fillRect(100, 100, 1080, 90);
          for (int row = 0; row < 6; row++) {
            to.setColor(row % 2 == 0 ? new Color(0xF1F5F3) : Color.WHITE);
            to.fillRect(100, 190 + row * 110, 1080, 110);
            label(to, (35 + row * 8) + "-" + (42 + row * 8) + " kg", 160, 258 + row * 110, 42);
            to.setColor(new Color(0x5C9A86));
            to.fillRoundRect(560, 222 + row * 110, 90 + row * 80, 46, 20, 20);
          }
          to.setColor(new Color(0xC0392B));
          to.setStroke(new BasicStroke(8));
          to.drawRoundRect(110, 416, 1060, 98, 30, 30);
        });
  }

  /** Where in the mouth things stick. */
  BufferedImage mouth() {
    return draw(
        Color.WHITE,
        to -> {
          to.setColor(new Color(0xE9A9A4));
          to.fillOval(240, 110, 800, 740);
          to.setColor(new Color(0xB7615E));
          to.fillOval(340, 210, 600, 560);
          to.setColor(new Color(0xFDFBF3));
          for (int i = 0; i < 14; i++) {
            double angle = Math.PI * (0.06 + 0.88 * i / 13);
            double dx = 300 * Math.cos(angle);
            double dy = 285 * Math.sin(angle);
            to.fill(new Ellipse2D.Double(612 + dx, 450 - dy, 56, 62));
            to.fill(new Ellipse2D.Double(612 + dx, 460 + dy, 56, 62));
          }
          to.setColor(new Color(0xD98A87));
          to.fillOval(500, 430, 280, 260);
          to.setColor(new Color(0x1F6FB2));
          to.setStroke(new BasicStroke(9));
          for (int[] spot : new int[][] {{360, 470}, {880, 470}, {640, 650}}) {
            to.drawOval(spot[0] - 55, spot[1] - 55, 110, 110);
          }
          label(to, "1", 345, 485, 52);
          label(to, "2", 866, 485, 52);
          label(to, "3", 626, 668, 52);
        });
  }

  private void label(Graphics2D to, String text, int x, int y, float size) {
    font.drawn(size)
        .ifPresent(letters -> {
          to.setColor(INK);
          to.setFont(letters);
          to.drawString(text, x, y);
        });
  }
}
