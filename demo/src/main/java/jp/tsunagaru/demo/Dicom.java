package jp.tsunagaru.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * Writes small DICOM files of drawn bodies (explicit VR, little endian), as the equipment of a
 * hospital would: sixteen signed bits with rescaling and a window, or the frames of an ultrasound.
 */
final class Dicom {
  enum Part {
    HEAD,
    CHEST
  }

  private static final String SYNTAX = "1.2.840.10008.1.2.1";
  private static final String CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";
  private static final String ULTRASOUND_FRAMES = "1.2.840.10008.5.1.4.1.1.3.1";

  /** The arc under which UUIDs may be used as identifiers. */
  private static final String ROOT = "2.25.";

  private static final int SIZE = 256;
  private static final int AIR = -1000;
  private static final int FAN_WIDTH = 280;
  private static final int FAN_HEIGHT = 210;
  private static final int FRAMES = 16;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private String study = "";

  private Dicom() {}

  static byte[] ct(Part part, DemoPatient patient, PostPlan post, LocalDate date, Chance chance) {
    Dicom dicom = new Dicom();
    dicom.head(CT_IMAGE, "CT", patient, post, date);
    dicom.text(0x00180050, "DS", "5");
    dicom.image(1, "MONOCHROME2", 0, SIZE, SIZE);
    dicom.text(0x00280030, "DS", "0.9\\0.9");
    dicom.depth(16, true);
    dicom.text(0x00281050, "DS", part == Part.HEAD ? "40" : "-500");
    dicom.text(0x00281051, "DS", part == Part.HEAD ? "120" : "1500");
    dicom.text(0x00281052, "DS", Integer.toString(AIR));
    dicom.text(0x00281053, "DS", "1");
    ByteBuffer pixels = ByteBuffer.allocate(SIZE * SIZE * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        int value = part == Part.HEAD ? brain(x, y, chance) : chest(x, y, chance);
        pixels.putShort((short) (value - AIR));
      }
    }
    dicom.element(0x7FE00010, "OW", pixels.array());
    return dicom.out.toByteArray();
  }

  static byte[] ultrasound(DemoPatient patient, PostPlan post, LocalDate date, Chance chance) {
    Dicom dicom = new Dicom();
    dicom.head(ULTRASOUND_FRAMES, "US", patient, post, date);
    dicom.text(0x00181063, "DS", "60");
    boolean color = patient.number() % 2 == 0;
    dicom.image(color ? 3 : 1, color ? "RGB" : "MONOCHROME2", FRAMES, FAN_HEIGHT, FAN_WIDTH);
    dicom.depth(8, false);
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    for (int frame = 0; frame < FRAMES; frame++) {
      for (int y = 0; y < FAN_HEIGHT; y++) {
        for (int x = 0; x < FAN_WIDTH; x++) {
          int gray = fan(x, y, frame, chance);
          pixels.write(gray);
          if (color) {
            boolean flow = gray > 0 && Math.hypot(x - 150, y - 128) < 16;
            pixels.write(flow ? gray / 4 : gray);
            pixels.write(flow ? 20 : gray);
          }
        }
      }
    }
    dicom.element(0x7FE00010, "OW", pixels.toByteArray());
    return dicom.out.toByteArray();
  }

  private static int brain(int x, int y, Chance chance) {
    double noise = chance.bell() * 5;
    double out = ellipse(x, y, 128, 130, 92, 112);
    if (out > 1) {
      return AIR;
    }
    if (out > 0.94) {
      return (int) (20 + noise);
    }
    if (out > 0.84) {
      return (int) (900 + noise * 6);
    }
    boolean fluid = ellipse(x, y, 113, 122, 9, 30) < 1 || ellipse(x, y, 143, 122, 9, 30) < 1;
    double folds = 4 * Math.sin(x * 0.28) * Math.sin(y * 0.23);
    return (int) ((fluid ? 6 : 35 + folds) + noise);
  }

  private static int chest(int x, int y, Chance chance) {
    double noise = chance.bell() * 12;
    double out = ellipse(x, y, 128, 132, 112, 86);
    if (out > 1) {
      return AIR;
    }
    if (ellipse(x, y, 128, 192, 15, 14) < 1) {
      return (int) (420 + noise * 3);
    }
    if (ellipse(x, y, 148, 128, 30, 34) < 1) {
      return (int) (45 + noise);
    }
    boolean lung = ellipse(x, y, 78, 130, 40, 58) < 1 || ellipse(x, y, 180, 130, 38, 58) < 1;
    if (lung) {
      return (int) (-840 + 70 * Math.abs(Math.sin(x * 0.4) * Math.sin(y * 0.37)) + noise);
    }
    return (int) ((out > 0.9 ? -90 : 40) + noise);
  }

  private static double ellipse(int x, int y, double cx, double cy, double rx, double ry) {
    return Math.pow((x - cx) / rx, 2) + Math.pow((y - cy) / ry, 2);
  }

  private static int fan(int x, int y, int frame, Chance chance) {
    double dx = x - FAN_WIDTH / 2.0;
    double dy = y + 20;
    double reach = Math.hypot(dx, dy);
    if (Math.abs(Math.atan2(dx, dy)) > 0.72 || reach < 36 || reach > FAN_HEIGHT + 12) {
      return 0;
    }
    double beat = 1 + 0.16 * Math.sin(2 * Math.PI * frame / FRAMES);
    double wall = Math.sqrt(ellipse(x, y, 145, 125, 46 * beat, 34 * beat));
    double gray =
        wall < 0.86 ? 14 : wall < 1.08 ? 170 : 92 - 0.22 * reach + 20 * Math.sin(reach * 0.31);
    return Math.clamp((int) (gray * (0.75 + 0.25 * Math.abs(chance.bell()))), 1, 255);
  }

  private void head(
      String sopClass, String modality, DemoPatient patient, PostPlan post, LocalDate date) {
    String instance = uid("instance/" + post.key());
    out.writeBytes(new byte[128]);
    out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    Dicom meta = new Dicom();
    meta.element(0x00020001, "OB", new byte[] {0, 1});
    meta.text(0x00020002, "UI", sopClass);
    meta.text(0x00020003, "UI", instance);
    meta.text(0x00020010, "UI", SYNTAX);
    meta.text(0x00020012, "UI", uid("software"));
    byte[] rest = meta.out.toByteArray();
    element(
        0x00020000,
        "UL",
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(rest.length).array());
    out.writeBytes(rest);
    String day = date.minusDays(20).format(DateTimeFormatter.BASIC_ISO_DATE);
    text(0x00080005, "CS", "ISO_IR 192");
    text(0x00080016, "UI", sopClass);
    text(0x00080018, "UI", instance);
    text(0x00080020, "DA", day);
    text(0x00080060, "CS", modality);
    text(
        0x00100010,
        "PN",
        "="
            + patient.family()
            + "^"
            + patient.given()
            + "="
            + patient.familyKana()
            + "^"
            + patient.givenKana());
    text(0x00100020, "LO", "DEMO" + patient.key().substring(1));
    text(0x00100030, "DA", patient.birthDate().format(DateTimeFormatter.BASIC_ISO_DATE));
    study = uid("study/" + post.key());
  }

  private void image(int samples, String meaning, int frames, int rows, int columns) {
    text(0x0020000D, "UI", study);
    text(0x0020000E, "UI", study + ".1");
    text(0x00200013, "IS", "1");
    number(0x00280002, samples);
    text(0x00280004, "CS", meaning);
    if (samples > 1) {
      number(0x00280006, 0);
    }
    if (frames > 0) {
      text(0x00280008, "IS", Integer.toString(frames));
    }
    number(0x00280010, rows);
    number(0x00280011, columns);
  }

  private void depth(int bits, boolean signed) {
    number(0x00280100, bits);
    number(0x00280101, bits);
    number(0x00280102, bits - 1);
    number(0x00280103, signed ? 1 : 0);
  }

  private void number(int tag, int value) {
    element(
        tag,
        "US",
        ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) value).array());
  }

  private void text(int tag, String type, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    byte pad = (byte) (type.equals("UI") ? 0 : ' ');
    byte[] even = Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
    if (even.length > bytes.length) {
      even[bytes.length] = pad;
    }
    element(tag, type, even);
  }

  private void element(int tag, String type, byte[] value) {
    boolean wide = type.equals("OW") || type.equals("OB");
    byte[] even = Arrays.copyOf(value, value.length + value.length % 2);
    ByteBuffer head = ByteBuffer.allocate(wide ? 12 : 8).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) (tag >>> 16)).putShort((short) tag);
    head.put(type.getBytes(StandardCharsets.US_ASCII));
    if (wide) {
      head.putShort((short) 0).putInt(even.length);
    } else {
      head.putShort((short) even.length);
    }
    out.writeBytes(head.array());
    out.writeBytes(even);
  }

  private static String uid(String key) {
    return ROOT + (FixedIds.seed(key) >>> 1);
  }
}
