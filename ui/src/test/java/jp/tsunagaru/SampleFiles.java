package jp.tsunagaru;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Files as a phone, an office and a hospital make them, and files that nobody should send. */
final class SampleFiles {
  private SampleFiles() {}

  /** A landscape picture whose EXIF says that the phone was held upright. */
  static FilePayload photo() {
    byte[] jpeg = encoded(drawn(640, 480), "jpeg");
    ByteBuffer exif = ByteBuffer.allocate(10 + 8 + 2 + 12 + 4).order(ByteOrder.BIG_ENDIAN);
    exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) 6).putShort((short) 0).putInt(0);
    return new FilePayload(
        "右かかとの写真.jpg",
        "image/jpeg",
        joined(Arrays.copyOf(jpeg, 2), exif.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length)));
  }

  static FilePayload letter() {
    try (PDDocument document = new PDDocument()) {
      for (int number = 1; number <= 2; number++) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 40);
          content.newLineAtOffset(80, 700);
          content.showText("Report " + number + " / 2");
          content.endText();
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return new FilePayload("検査報告書.pdf", "application/pdf", out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A grey ramp of 64 by 64, explicit little endian, without a person's name. */
  static FilePayload radiograph() {
    byte[] pixels = new byte[64 * 64];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % 64 * 4);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[128]);
    out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    element(out, 0x00020010, "UI", "1.2.840.10008.1.2.1\0".getBytes(StandardCharsets.US_ASCII));
    number(out, 0x00280002, 1);
    element(out, 0x00280004, "CS", "MONOCHROME2 ".getBytes(StandardCharsets.US_ASCII));
    number(out, 0x00280010, 64);
    number(out, 0x00280011, 64);
    number(out, 0x00280100, 8);
    number(out, 0x00280101, 8);
    number(out, 0x00280102, 7);
    number(out, 0x00280103, 0);
    element(out, 0x7FE00010, "OW", pixels);
    return new FilePayload("胸部.dcm", "application/dicom", out.toByteArray());
  }

  /**
   * A CT of five frames: a bright ring that grows, lung and water inside; two windows of its own.
   */
  static FilePayload volume() {
    int size = 128;
    ByteBuffer pixels = ByteBuffer.allocate(5 * size * size * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int frame = 0; frame < 5; frame++) {
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          double distance = Math.hypot(x - 64, (y - 64) * 1.2);
          double ring = 30 + 6 * frame;
          double value = distance > ring + 6 ? -1000 : distance > ring ? 900 : x < 64 ? -750 : 40;
          pixels.putShort((short) value);
        }
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[128]);
    out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    element(out, 0x00020010, "UI", "1.2.840.10008.1.2.1\0".getBytes(StandardCharsets.US_ASCII));
    element(out, 0x00080060, "CS", "CT".getBytes(StandardCharsets.US_ASCII));
    number(out, 0x00280002, 1);
    element(out, 0x00280004, "CS", "MONOCHROME2 ".getBytes(StandardCharsets.US_ASCII));
    element(out, 0x00280008, "IS", "5 ".getBytes(StandardCharsets.US_ASCII));
    number(out, 0x00280010, size);
    number(out, 0x00280011, size);
    number(out, 0x00280100, 16);
    number(out, 0x00280101, 16);
    number(out, 0x00280102, 15);
    number(out, 0x00280103, 1);
    element(out, 0x00281050, "DS", "0\\300 ".getBytes(StandardCharsets.US_ASCII));
    element(out, 0x00281051, "DS", "2000\\600 ".getBytes(StandardCharsets.US_ASCII));
    element(out, 0x7FE00010, "OW", pixels.array());
    return new FilePayload("胸部CT.dcm", "application/dicom", out.toByteArray());
  }

  /** JPEG XL inside DICOM, which is kept but not shown. */
  static FilePayload unreadableRadiograph() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[128]);
    out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    element(out, 0x00020010, "UI", "1.2.840.10008.1.2.4.110\0".getBytes(StandardCharsets.US_ASCII));
    number(out, 0x00280002, 1);
    element(out, 0x00280004, "CS", "MONOCHROME2 ".getBytes(StandardCharsets.US_ASCII));
    number(out, 0x00280010, 64);
    number(out, 0x00280011, 64);
    number(out, 0x00280100, 8);
    number(out, 0x00280101, 8);
    number(out, 0x00280102, 7);
    number(out, 0x00280103, 0);
    ByteBuffer fragments = ByteBuffer.allocate(12 + 8 + 8 + 4 + 8).order(ByteOrder.LITTLE_ENDIAN);
    fragments.putShort((short) 0x7FE0).putShort((short) 0x0010).put((byte) 'O').put((byte) 'B');
    fragments.putShort((short) 0).putInt(-1);
    fragments.putInt(0xE000FFFE).putInt(0);
    fragments.putInt(0xE000FFFE).putInt(4).putInt(0x0AFF);
    fragments.putInt(0xE0DDFFFE).putInt(0);
    out.writeBytes(fragments.array());
    return new FilePayload("新形式.dcm", "application/dicom", out.toByteArray());
  }

  static FilePayload empty() {
    return new FilePayload("空.pdf", "application/pdf", new byte[0]);
  }

  static FilePayload programCalledPicture() {
    ByteBuffer program = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
    program.put((byte) 'M').put((byte) 'Z').putInt(0x3C, 0x80).putInt(0x80, 0x00004550);
    return new FilePayload("写真.jpg", "image/jpeg", program.array());
  }

  static FilePayload truncatedRadiograph() {
    byte[] whole = radiograph().buffer;
    return new FilePayload(
        "途中.dcm", "application/dicom", Arrays.copyOf(whole, whole.length - 2000));
  }

  /** A PNG of a few bytes that says it has 60,000 by 60,000 pixels. */
  static FilePayload pixelBomb() {
    byte[] png = encoded(drawn(4, 4), "png");
    ByteBuffer view = ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    CRC32 check = new CRC32();
    check.update(png, 12, 17);
    view.putInt(29, (int) check.getValue());
    return new FilePayload("大きな画像.png", "image/png", png);
  }

  static FilePayload macroDocument() {
    return new FilePayload(
        "計画書.docm",
        "application/vnd.ms-word.document.macroEnabled.12",
        document("document.macroEnabled", "word/vbaProject.bin", 5));
  }

  /** Half a megabyte that unpacks to more than five hundred. */
  static FilePayload zipBomb() {
    return new FilePayload(
        "献立表.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        document("document", "word/media/image1.bin", 501 << 20));
  }

  private static byte[] document(String type, String partName, int partBytes) {
    Map<String, String> parts =
        Map.of(
            "[Content_Types].xml",
            "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word."
                + type
                + ".main+xml\"/></Types>",
            "_rels/.rels",
            "<Relationships/>",
            "word/document.xml",
            "<w:document/>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
      zip.putNextEntry(new ZipEntry(partName));
      byte[] zeros = new byte[1 << 20];
      for (int left = partBytes; left > 0; left -= zeros.length) {
        zip.write(zeros, 0, Math.min(left, zeros.length));
      }
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static FilePayload corruptLetter() {
    byte[] whole = letter().buffer;
    Arrays.fill(whole, 20, whole.length - 20, (byte) 'x');
    return new FilePayload("壊れた報告書.pdf", "application/pdf", whole);
  }

  private static BufferedImage drawn(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(226, 200, 180));
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(new Color(180, 60, 60));
    graphics.fillOval(width / 4, height / 4, width / 3, height / 3);
    graphics.dispose();
    return image;
  }

  private static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, int tag, int value) {
    element(out, tag, "US", new byte[] {(byte) value, (byte) (value >> 8)});
  }

  private static void element(ByteArrayOutputStream out, int tag, String vr, byte[] value) {
    ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) (tag >>> 16)).putShort((short) tag);
    head.put(vr.getBytes(StandardCharsets.US_ASCII));
    if (vr.equals("OW")) {
      head.putShort((short) 0).putInt(value.length);
    } else {
      head.putShort((short) value.length);
    }
    out.write(head.array(), 0, head.position());
    out.writeBytes(value);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
