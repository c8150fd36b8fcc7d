package jp.tsunagaru.imaging.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small DICOM files for tests, explicit little endian. */
public final class DicomBuilder {
  private static final String LONG = "OB OW OF OD SQ UN UT";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A file of 8 columns and 4 rows of a syntax, without pixel data yet. */
  public static DicomBuilder image(
      String syntax, String photometric, int samples, int allocated, int stored) {
    return new DicomBuilder()
        .preamble(new byte[128])
        .text(0x00020010, "UI", syntax)
        .text(0x00100010, "PN", "Yamada^Tarou")
        .text(0x00100020, "LO", "P-1")
        .text(0x00100030, "DA", "19400203")
        .shorts(0x00280002, samples)
        .text(0x00280004, "CS", photometric)
        .shorts(0x00280010, 4)
        .shorts(0x00280011, 8)
        .shorts(0x00280100, allocated)
        .shorts(0x00280101, stored)
        .shorts(0x00280102, stored - 1);
  }

  public static DicomBuilder gray16() {
    return image("1.2.840.10008.1.2.1", "MONOCHROME2", 1, 16, 16);
  }

  /** Numbers 0, 1, 2 … times a step as 16-bit words. */
  public static byte[] ramp(int count, int first, int step) {
    ByteBuffer words = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      words.putShort((short) (first + i * step));
    }
    return words.array();
  }

  public DicomBuilder preamble(byte[] preamble) {
    out.writeBytes(preamble);
    out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  public DicomBuilder text(int tag, String vr, String value) {
    return bytes(tag, vr, value.getBytes(StandardCharsets.ISO_8859_1));
  }

  public DicomBuilder shorts(int tag, int... values) {
    ByteBuffer words = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      words.putShort((short) value);
    }
    return bytes(tag, "US", words.array());
  }

  public DicomBuilder bytes(int tag, String vr, byte[] value) {
    int length = value.length + value.length % 2;
    header(tag, vr, length);
    out.writeBytes(value);
    if (value.length % 2 == 1) {
      out.write(vr.equals("OB") ? 0 : ' ');
    }
    return this;
  }

  public DicomBuilder sequence(int tag, DicomBuilder... items) {
    header(tag, "SQ", -1);
    for (DicomBuilder item : items) {
      byte[] content = item.build();
      itemHeader(0xFFFEE000, content.length);
      out.writeBytes(content);
    }
    itemHeader(0xFFFEE0DD, 0);
    return this;
  }

  public DicomBuilder pixels(byte[] value) {
    return bytes(0x7FE00010, "OW", value);
  }

  public DicomBuilder fragments(byte[]... frames) {
    header(0x7FE00010, "OB", -1);
    List<byte[]> all = new ArrayList<>();
    all.add(new byte[0]);
    all.addAll(List.of(frames));
    for (byte[] frame : all) {
      itemHeader(0xFFFEE000, frame.length + frame.length % 2);
      out.writeBytes(frame);
      if (frame.length % 2 == 1) {
        out.write(0);
      }
    }
    itemHeader(0xFFFEE0DD, 0);
    return this;
  }

  public byte[] build() {
    return out.toByteArray();
  }

  private void header(int tag, String vr, int length) {
    ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) (tag >>> 16)).putShort((short) tag);
    head.put(vr.getBytes(StandardCharsets.US_ASCII));
    if (LONG.contains(vr)) {
      head.putShort((short) 0).putInt(length);
    } else {
      head.putShort((short) length);
    }
    out.write(head.array(), 0, head.position());
  }

  private void itemHeader(int tag, int length) {
    ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) (tag >>> 16)).putShort((short) tag).putInt(length);
    out.writeBytes(head.array());
  }
}
