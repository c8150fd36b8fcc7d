package jp.tsunagaru.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks OLE2 compound files: old Office documents, installers, encrypted OOXML. */
final class OleInspector {
  private static final long SIGNATURE = 0xE11AB1A1E011CFD0L;
  private static final long INSTALLER_CLASS = 0x00000000000C1084L;
  private static final int MAX_DIRECTORY_SECTORS = 20_000;
  private static final int MAX_STREAM = 16 << 20;

  private final ByteBuffer bytes;
  private final int sectorSize;
  private final int sectors;
  private final int[] fat;

  private record Entry(String name, int type, int start, long size, long classLow) {}

  private OleInspector(ByteBuffer bytes) throws Refusal {
    this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int shift = this.bytes.getShort(30);
    if (shift != 9 && shift != 12) {
      throw corrupt("sector size");
    }
    sectorSize = 1 << shift;
    sectors = (this.bytes.limit() - 1) / sectorSize;
    fat = readFat();
  }

  static boolean matches(ByteBuffer bytes) {
    return bytes.limit() >= 8
        && bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).getLong(0) == SIGNATURE;
  }

  /** Returns the media type or refuses. */
  static String check(ByteBuffer bytes) throws Refusal {
    if (bytes.limit() < 512) {
      throw new Refusal(Reason.TRUNCATED, "ole2");
    }
    return new OleInspector(bytes).check();
  }

  private String check() throws Refusal {
    List<Entry> entries = directory();
    if (entries.isEmpty()) {
      throw corrupt("directory");
    }
    if (entries.getFirst().classLow() == INSTALLER_CLASS) {
      throw new Refusal(Reason.EXECUTABLE, "installer");
    }
    String mediaType = "";
    for (Entry entry : entries) {
      String name = entry.name();
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.equals("vba")
          || lower.equals("_vba_project")
          || lower.equals("macros")
          || lower.equals("_vba_project_cur")
          || lower.equals("_xmlsignatures_vba")) {
        throw new Refusal(Reason.MACRO, "vba");
      }
      if (lower.equals("\1ole10native")) {
        throw new Refusal(Reason.EXECUTABLE, "embedded package");
      }
      if (name.equals("EncryptedPackage") || name.equals("EncryptedSummary")) {
        throw new Refusal(Reason.ENCRYPTED, "office");
      }
      if (entry.type() != 2) {
        continue;
      }
      switch (name) {
        case "WordDocument" -> {
          byte[] head = stream(entry, 64);
          if (head.length > 12 && (head[11] & 1) != 0) {
            throw new Refusal(Reason.ENCRYPTED, "word");
          }
          mediaType = "application/msword";
        }
        case "Workbook", "Book" -> {
          checkWorkbook(ByteBuffer.wrap(stream(entry, MAX_STREAM)));
          mediaType = "application/vnd.ms-excel";
        }
        case "PowerPoint Document" -> mediaType = "application/vnd.ms-powerpoint";
        default -> {
          // Other streams do not decide the type.
        }
      }
    }
    if (mediaType.isEmpty()) {
      throw new Refusal(Reason.TYPE_NOT_ALLOWED, "ole2");
    }
    return mediaType;
  }

  /** Looks for encryption and for sheets of old-style macros. */
  private static void checkWorkbook(ByteBuffer stream) throws Refusal {
    stream.order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (stream.limit() - at >= 4) {
      int type = stream.getShort(at) & 0xFFFF;
      int length = stream.getShort(at + 2) & 0xFFFF;
      if (type == 0x2F) {
        throw new Refusal(Reason.ENCRYPTED, "excel");
      }
      if (type == 0x85
          && length >= 6
          && stream.limit() - at >= 10
          && (stream.get(at + 9) == 1 || stream.get(at + 9) == 6)) {
        throw new Refusal(Reason.MACRO, "macro sheet");
      }
      if (type == 0x0A || type == 0) {
        return;
      }
      at += 4 + length;
    }
  }

  private int[] readFat() throws Refusal {
    List<Integer> fatSectors = new ArrayList<>();
    for (int i = 0; i < 109; i++) {
      int sector = bytes.getInt(76 + 4 * i);
      if (sector >= 0) {
        fatSectors.add(sector);
      }
    }
    int next = bytes.getInt(68);
    int guard = 0;
    while (next >= 0 && guard++ < sectors) {
      int offset = offset(next);
      for (int i = 0; i < sectorSize / 4 - 1; i++) {
        int sector = bytes.getInt(offset + 4 * i);
        if (sector >= 0) {
          fatSectors.add(sector);
        }
      }
      next = bytes.getInt(offset + sectorSize - 4);
    }
    if (fatSectors.size() > sectors) {
      throw corrupt("allocation table");
    }
    int perSector = sectorSize / 4;
    int[] table = new int[fatSectors.size() * perSector];
    for (int i = 0; i < fatSectors.size(); i++) {
      int offset = offset(fatSectors.get(i));
      for (int k = 0; k < perSector; k++) {
        table[i * perSector + k] = bytes.getInt(offset + 4 * k);
      }
    }
    return table;
  }

  private List<Entry> directory() throws Refusal {
    List<Entry> entries = new ArrayList<>();
    int sector = bytes.getInt(48);
    int guard = 0;
    while (sector >= 0) {
      if (guard++ > MAX_DIRECTORY_SECTORS || guard > sectors + 1) {
        throw corrupt("directory chain");
      }
      int offset = offset(sector);
      for (int at = offset; at + 128 <= offset + sectorSize; at += 128) {
        int nameBytes = bytes.getShort(at + 64);
        int type = bytes.get(at + 66);
        if (type != 0 && nameBytes >= 2 && nameBytes <= 64) {
          StringBuilder name = new StringBuilder();
          for (int i = 0; i < nameBytes - 2; i += 2) {
            name.append(bytes.getChar(at + i));
          }
          entries.add(
              new Entry(
                  name.toString(),
                  type,
                  bytes.getInt(at + 116),
                  bytes.getInt(at + 120) & 0xFFFFFFFFL,
                  bytes.getLong(at + 80)));
        }
      }
      sector = next(sector);
    }
    return entries;
  }

  private byte[] stream(Entry entry, int limit) throws Refusal {
    if (entry.size() < 4096) {
      return new byte[0];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long left = Math.min(entry.size(), limit);
    int sector = entry.start();
    while (left > 0 && sector >= 0) {
      int take = (int) Math.min(left, sectorSize);
      byte[] part = new byte[take];
      bytes.get(offset(sector), part);
      out.writeBytes(part);
      left -= take;
      sector = next(sector);
    }
    return out.toByteArray();
  }

  private int next(int sector) throws Refusal {
    if (sector >= fat.length) {
      throw corrupt("sector chain");
    }
    return fat[sector];
  }

  private int offset(int sector) throws Refusal {
    long offset = (sector + 1L) * sectorSize;
    if (offset + sectorSize > bytes.limit()) {
      // The last sector of a file may be cut short by its writer.
      if (offset + 128 > bytes.limit() || sectorSize == 512) {
        throw new Refusal(Reason.TRUNCATED, "ole2");
      }
      throw corrupt("sector");
    }
    return (int) offset;
  }

  private static Refusal corrupt(String what) {
    return new Refusal(Reason.CORRUPT, what);
  }
}
