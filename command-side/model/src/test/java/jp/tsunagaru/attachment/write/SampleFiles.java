package jp.tsunagaru.attachment.write;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files, honest and hostile. */
public final class SampleFiles {
  private static final Charset KANJI = Charset.forName("ISO-2022-JP");

  private SampleFiles() {}

  public static byte[] picture(String format, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      image.setRGB(x, x % height, 0xC04020);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  /** The head of a Windows program. */
  public static byte[] program() {
    byte[] bytes = new byte[1024];
    bytes[0] = 'M';
    bytes[1] = 'Z';
    bytes[0x3C] = (byte) 0x80;
    bytes[0x80] = 'P';
    bytes[0x81] = 'E';
    return bytes;
  }

  /** A Word document, with macros or without. */
  public static byte[] word(boolean macros) throws IOException {
    String part =
        macros
            ? "ms-word.document.macroEnabled"
            : "openxmlformats-officedocument.wordprocessingml.document";
    String types =
        "<?xml version=\"1.0\"?><Types"
            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
            + " PartName=\"/word/document.xml\" ContentType=\"application/vnd."
            + part
            + ".main+xml\"/></Types>";
    Map<String, String> entries =
        macros
            ? Map.of("word/document.xml", "<a/>", "word/vbaProject.bin", "x")
            : Map.of("word/document.xml", "<a/>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      entry(zip, "[Content_Types].xml", types);
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        entry(zip, entry.getKey(), entry.getValue());
      }
    }
    return out.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** A DICOM picture of 8 by 4 pixels that names somebody in three groups. */
  public static byte[] dicom(String alphabetic, String ideographic, String birth) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[128]);
    out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    byte[] syntax = text("1.2.840.10008.1.2.1");
    // Length of the meta group: the element of the transfer syntax alone.
    element(
        out,
        0x0002,
        0x0000,
        "UL",
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + syntax.length).array());
    element(out, 0x0002, 0x0010, "UI", syntax);
    element(out, 0x0008, 0x0005, "CS", text("\\ISO 2022 IR 87"));
    element(
        out, 0x0010, 0x0010, "PN", padded((alphabetic + "=" + ideographic).getBytes(KANJI), ' '));
    element(out, 0x0010, 0x0030, "DA", text(birth));
    element(out, 0x0028, 0x0002, "US", words(1));
    element(out, 0x0028, 0x0004, "CS", text("MONOCHROME2"));
    element(out, 0x0028, 0x0010, "US", words(4));
    element(out, 0x0028, 0x0011, "US", words(8));
    element(out, 0x0028, 0x0100, "US", words(16));
    element(out, 0x0028, 0x0101, "US", words(16));
    element(out, 0x0028, 0x0102, "US", words(15));
    element(out, 0x0028, 0x0103, "US", words(0));
    byte[] pixels = new byte[64];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) i;
    }
    element(out, 0x7FE0, 0x0010, "OW", pixels);
    return out.toByteArray();
  }

  /**
   * A CT of 8 by 4 pixels and three frames, whose values are 0 in the first, 100 in the second and
   * 1000 in the third; it names two windows.
   */
  static byte[] threeFrames() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[128]);
    out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    element(out, 0x0002, 0x0010, "UI", text("1.2.840.10008.1.2.1"));
    element(out, 0x0008, 0x0060, "CS", text("CT"));
    element(out, 0x0028, 0x0002, "US", words(1));
    element(out, 0x0028, 0x0004, "CS", text("MONOCHROME2"));
    element(out, 0x0028, 0x0008, "IS", text("3"));
    element(out, 0x0028, 0x0010, "US", words(4));
    element(out, 0x0028, 0x0011, "US", words(8));
    element(out, 0x0028, 0x0100, "US", words(16));
    element(out, 0x0028, 0x0101, "US", words(16));
    element(out, 0x0028, 0x0102, "US", words(15));
    element(out, 0x0028, 0x0103, "US", words(1));
    element(out, 0x0028, 0x1050, "DS", text("500\\100"));
    element(out, 0x0028, 0x1051, "DS", text("1000\\200"));
    ByteBuffer pixels = ByteBuffer.allocate(3 * 64).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : new int[] {0, 100, 1000}) {
      for (int i = 0; i < 32; i++) {
        pixels.putShort((short) value);
      }
    }
    element(out, 0x7FE0, 0x0010, "OW", pixels.array());
    return out.toByteArray();
  }

  private static void element(
      ByteArrayOutputStream out, int group, int element, String vr, byte[] value) {
    boolean wide = vr.equals("OW");
    ByteBuffer head =
        ByteBuffer.allocate(wide ? 12 : 8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort((short) group)
            .putShort((short) element)
            .put(vr.getBytes(StandardCharsets.US_ASCII));
    if (wide) {
      head.putShort((short) 0).putInt(value.length);
    } else {
      head.putShort((short) value.length);
    }
    out.writeBytes(head.array());
    out.writeBytes(value);
  }

  private static byte[] text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return padded(bytes, text.startsWith("1.2.") ? '\0' : ' ');
  }

  private static byte[] padded(byte[] bytes, char with) {
    if (bytes.length % 2 == 0) {
      return bytes;
    }
    byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
    even[bytes.length] = (byte) with;
    return even;
  }

  private static byte[] words(int value) {
    return ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) value).array();
  }
}
