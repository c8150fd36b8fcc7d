package jp.tsunagaru.imaging;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import jp.tsunagaru.imaging.dicom.DicomBuilder;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Inputs for tests, all written here. */
public final class TestFiles {
  /** What a position tag looks like in a file. */
  public static final String GPS_TEXT = "GPS-35.6895N-139.6917E";

  private TestFiles() {}

  /** Red in the upper left quarter, blue elsewhere. */
  public static BufferedImage picture(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.BLUE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height / 2);
    graphics.dispose();
    return image;
  }

  public static byte[] jpeg(int width, int height) {
    return encode(picture(width, height), "jpeg");
  }

  public static byte[] png(int width, int height) {
    return encode(picture(width, height), "png");
  }

  /** A JPEG with an EXIF segment of orientation and position. */
  public static byte[] photo(int width, int height, int orientation) {
    byte[] gps = GPS_TEXT.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer exif = ByteBuffer.allocate(10 + 8 + 2 + 24 + 4 + gps.length);
    exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.order(ByteOrder.BIG_ENDIAN).put((byte) 'M').put((byte) 'M').putShort((short) 42);
    exif.putInt(8).putShort((short) 2);
    exif.putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0);
    exif.putShort((short) 0x8825).putShort((short) 2).putInt(gps.length).putInt(38);
    exif.putInt(0).put(gps);
    byte[] jpeg = jpeg(width, height);
    return concat(Arrays.copyOf(jpeg, 2), exif.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  public static byte[] pdf(int pages) {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.setNonStrokingColor(i % 2 == 0 ? Color.RED : Color.GREEN);
          content.addRect(50, 50, 400, 400);
          content.fill();
        }
      }
      return save(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PDF whose opening action has a type. */
  public static byte[] pdfWithAction(String type, String key) {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      COSDictionary action = new COSDictionary();
      action.setName(COSName.S, type);
      action.setString(COSName.getPDFName(key), "something");
      document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, action);
      return save(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] pdfWithPassword(String user) {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", user, new AccessPermission()));
      return save(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] save(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  public static byte[] dicom() {
    return DicomBuilder.gray16()
        .text(0x00281050, "DS", "160")
        .text(0x00281051, "DS", "320")
        .pixels(DicomBuilder.ramp(32, 0, 10))
        .build();
  }

  public static Map<String, byte[]> docxParts(String mainType) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        ("<Types><Override PartName=\"/word/document.xml\" ContentType=\""
                + mainType
                + "\"/></Types>")
            .getBytes(StandardCharsets.UTF_8));
    parts.put("_rels/.rels", "<Relationships/>".getBytes(StandardCharsets.UTF_8));
    parts.put("word/document.xml", "<w:document/>".getBytes(StandardCharsets.UTF_8));
    return parts;
  }

  public static Map<String, byte[]> docxParts() {
    return docxParts(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
  }

  public static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The start of a Windows program. */
  public static byte[] pe() {
    ByteBuffer out = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'M').put((byte) 'Z');
    out.putInt(0x3C, 0x80);
    out.putInt(0x80, 0x00004550);
    return out.array();
  }

  /** An OLE2 file of one directory sector with the named entries, root first. */
  public static byte[] ole(long rootClass, String... names) {
    ByteBuffer out = ByteBuffer.allocate(512 * 4).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(0, 0xE11AB1A1E011CFD0L);
    out.putShort(30, (short) 9);
    out.putInt(48, 1);
    out.putInt(68, -2);
    for (int i = 0; i < 109; i++) {
      out.putInt(76 + 4 * i, i == 0 ? 0 : -1);
    }
    for (int i = 0; i < 128; i++) {
      out.putInt(512 + 4 * i, -2);
    }
    for (int i = 0; i < Math.min(4, names.length); i++) {
      int at = 1024 + 128 * i;
      for (int c = 0; c < names[i].length(); c++) {
        out.putChar(at + 2 * c, names[i].charAt(c));
      }
      out.putShort(at + 64, (short) (2 * names[i].length() + 2));
      out.put(at + 66, (byte) (i == 0 ? 5 : 2));
      if (i == 0) {
        out.putLong(at + 80, rootClass);
      }
    }
    return out.array();
  }

  /** A HEIC file of boxes with a declared picture size. */
  public static byte[] heic(int width, int height) {
    byte[] ispe = box("ispe", intBytes(0, width, height));
    byte[] meta = box("meta", concat(intBytes(0), box("iprp", box("ipco", ispe))));
    return concat(
        box("ftyp", "heic\0\0\0\0mif1".getBytes(StandardCharsets.US_ASCII)),
        meta,
        box("mdat", new byte[64]));
  }

  /** Replaces the size in the header of a PNG and mends its checksum. */
  public static byte[] pngOfSize(byte[] png, int width, int height) {
    byte[] copy = png.clone();
    ByteBuffer view = ByteBuffer.wrap(copy);
    view.putInt(16, width).putInt(20, height);
    CRC32 crc = new CRC32();
    crc.update(copy, 12, 17);
    view.putInt(29, (int) crc.getValue());
    return copy;
  }

  public static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] box(String type, byte[] content) {
    return concat(intBytes(8 + content.length), type.getBytes(StandardCharsets.US_ASCII), content);
  }

  private static byte[] intBytes(int... values) {
    ByteBuffer out = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      out.putInt(value);
    }
    return out.array();
  }

  private static byte[] encode(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
