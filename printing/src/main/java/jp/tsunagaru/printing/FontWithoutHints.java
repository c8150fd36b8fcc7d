package jp.tsunagaru.printing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A TrueType font without its instructions for coarse screens. Paper has no use for them, and in
 * Japanese fonts they are about half of every glyph that a document carries.
 */
final class FontWithoutHints {
  private static final Set<String> ONLY_FOR_SCREENS =
      Set.of("cvt ", "fpgm", "prep", "gasp", "hdmx", "VDMX", "LTSH", "DSIG");

  private static final int HEADER = 12;
  private static final int RECORD = 16;
  private static final int GLYPH_HEADER = 10;
  private static final int ARGUMENTS_ARE_WORDS = 0x0001;
  private static final int HAS_SCALE = 0x0008;
  private static final int MORE_COMPONENTS = 0x0020;
  private static final int HAS_TWO_SCALES = 0x0040;
  private static final int HAS_MATRIX = 0x0080;
  private static final int HAS_INSTRUCTIONS = 0x0100;

  private final ByteBuffer font;
  private final Map<String, ByteBuffer> tables = new LinkedHashMap<>();

  private FontWithoutHints(byte[] file) {
    this.font = ByteBuffer.wrap(file);
    int count = font.getShort(4);
    for (int i = 0; i < count; i++) {
      int record = HEADER + RECORD * i;
      byte[] name = new byte[4];
      font.get(record, name);
      tables.put(
          new String(name, StandardCharsets.ISO_8859_1),
          font.slice(font.getInt(record + 8), font.getInt(record + 12)));
    }
  }

  /** The same font in fewer bytes; a font that cannot be read so comes back as it is. */
  static byte[] of(byte[] file) {
    try {
      FontWithoutHints font = new FontWithoutHints(file);
      font.strip();
      return font.written();
    } catch (RuntimeException notAsExpected) {
      return file;
    }
  }

  private void strip() {
    ByteBuffer glyphs = tables.get("glyf");
    ByteBuffer places = tables.get("loca");
    ByteBuffer maximum = tables.get("maxp");
    ByteBuffer head = tables.get("head");
    if (glyphs == null || places == null || maximum == null || head == null) {
      throw new IllegalArgumentException("no outlines");
    }
    boolean isLong = head.getShort(50) != 0;
    int count = Short.toUnsignedInt(maximum.getShort(4));
    ByteBuffer slim = ByteBuffer.allocate(glyphs.capacity() + 4 * count);
    ByteBuffer found = ByteBuffer.allocate(4 * (count + 1));
    for (int glyph = 0; glyph < count; glyph++) {
      int from = place(places, isLong, glyph);
      int to = place(places, isLong, glyph + 1);
      found.putInt(slim.position());
      if (to > from) {
        ByteBuffer outline = glyphs.slice(from, to - from);
        if (outline.getShort(0) >= 0) {
          simple(outline, slim);
        } else {
          composite(outline, slim);
        }
        while (slim.position() % 4 != 0) {
          slim.put((byte) 0);
        }
      }
    }
    found.putInt(slim.position());
    tables.put("glyf", slim.flip().slice());
    tables.put("loca", found.flip());
    ByteBuffer longPlaces = copy(head);
    longPlaces.putShort(50, (short) 1);
    tables.put("head", longPlaces);
    tables.keySet().removeAll(ONLY_FOR_SCREENS);
  }

  private static int place(ByteBuffer places, boolean isLong, int glyph) {
    return isLong ? places.getInt(4 * glyph) : 2 * Short.toUnsignedInt(places.getShort(2 * glyph));
  }

  private static void simple(ByteBuffer outline, ByteBuffer slim) {
    int ends = GLYPH_HEADER + 2 * outline.getShort(0);
    int instructions = Short.toUnsignedInt(outline.getShort(ends));
    slim.put(outline.slice(0, ends)).putShort((short) 0);
    int rest = ends + 2 + instructions;
    slim.put(outline.slice(rest, outline.capacity() - rest));
  }

  private static void composite(ByteBuffer outline, ByteBuffer slim) {
    slim.put(outline.slice(0, GLYPH_HEADER));
    int at = GLYPH_HEADER;
    int flags;
    do {
      flags = Short.toUnsignedInt(outline.getShort(at));
      int length = 4 + ((flags & ARGUMENTS_ARE_WORDS) == 0 ? 2 : 4) + scaling(flags);
      slim.putShort((short) (flags & ~HAS_INSTRUCTIONS));
      slim.put(outline.slice(at + 2, length - 2));
      at += length;
    } while ((flags & MORE_COMPONENTS) != 0);
  }

  private static int scaling(int flags) {
    if ((flags & HAS_SCALE) != 0) {
      return 2;
    }
    if ((flags & HAS_TWO_SCALES) != 0) {
      return 4;
    }
    return (flags & HAS_MATRIX) != 0 ? 8 : 0;
  }

  private byte[] written() {
    int size = HEADER + RECORD * tables.size();
    for (ByteBuffer table : tables.values()) {
      size += padded(table.capacity());
    }
    ByteBuffer written = ByteBuffer.allocate(size);
    written.put(font.slice(0, 4)).putShort((short) tables.size());
    int power = Integer.highestOneBit(tables.size());
    written.putShort((short) (power * RECORD));
    written.putShort((short) Integer.numberOfTrailingZeros(power));
    written.putShort((short) (RECORD * (tables.size() - power)));
    int[] at = {HEADER + RECORD * tables.size()};
    tables.forEach((name, table) -> {
      written.put(name.getBytes(StandardCharsets.ISO_8859_1));
      // The sums of the parts are for tools that repair fonts; nothing here reads them.
      written.putInt(0).putInt(at[0]).putInt(table.capacity());
      written.put(at[0], table, 0, table.capacity());
      at[0] += padded(table.capacity());
    });
    return written.array();
  }

  private static ByteBuffer copy(ByteBuffer table) {
    return ByteBuffer.allocate(table.capacity()).put(table.slice(0, table.capacity())).flip();
  }

  private static int padded(int length) {
    return (length + 3) / 4 * 4;
  }
}
