package jp.tsunagaru.imaging.dicom;

import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.corrupt;
import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.truncated;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads attributes with bounds on depth and number; passes over what is not kept. */
final class DataSetParser {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_ELEMENTS = 2_000_000;
  private static final long UNDEFINED = 0xFFFFFFFFL;
  private static final String LONG_VRS = "OB OW OF OD OL OV SQ UC UR UT UN SV UV";
  private static final String KNOWN_VRS =
      "AE AS AT CS DA DS DT FL FD IS LO LT PN SH SL SS ST TM UI UL US " + LONG_VRS;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final ByteBuffer bytes;
  private int position;
  private int elements;

  DataSetParser(ByteBuffer bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  int position() {
    return position;
  }

  /** Reads the file meta information, which is always explicit and little endian. */
  DataSet meta() throws DicomUnsupportedException {
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    DataSet meta = new DataSet();
    while (bytes.limit() - position >= 8 && (bytes.getShort(position) & 0xFFFF) == 0x0002) {
      readElement(meta, bytes.limit(), true, 0, true);
    }
    return meta;
  }

  /** Reads everything up to the end of the buffer. */
  DataSet dataSet(boolean explicit, ByteOrder order) throws DicomUnsupportedException {
    bytes.order(order);
    boolean really = explicit || (order == ByteOrder.LITTLE_ENDIAN && looksExplicit());
    DataSet dataSet = new DataSet();
    readAll(dataSet, bytes.limit(), really, 0, true, false);
    return dataSet;
  }

  private boolean looksExplicit() {
    return bytes.limit() - position >= 8
        && KNOWN_VRS.contains(
            new String(
                new char[] {
                  (char) (bytes.get(position + 4) & 0xFF), (char) (bytes.get(position + 5) & 0xFF)
                }));
  }

  private void readAll(
      DataSet target, int end, boolean explicit, int depth, boolean keep, boolean delimited)
      throws DicomUnsupportedException {
    if (depth > MAX_DEPTH) {
      throw corrupt("nesting");
    }
    while (position < end) {
      if (end - position < 8) {
        if (depth == 0 && zeros(position, end)) {
          position = end;
          return;
        }
        throw truncated("element");
      }
      int tag = tag(position);
      if (tag == Tags.ITEM_END && delimited) {
        position += 8;
        return;
      }
      if (depth == 0 && tag == 0 && zeros(position, end)) {
        position = end;
        return;
      }
      readElement(target, end, explicit, depth, keep);
    }
    if (delimited) {
      throw truncated("item");
    }
  }

  private void readElement(DataSet target, int end, boolean explicit, int depth, boolean keep)
      throws DicomUnsupportedException {
    if (++elements > MAX_ELEMENTS) {
      throw corrupt("too many elements");
    }
    int tag = tag(position);
    String vr = "";
    long length;
    boolean named = explicit && letter(bytes.get(position + 4)) && letter(bytes.get(position + 5));
    if (named) {
      vr = "" + (char) bytes.get(position + 4) + (char) bytes.get(position + 5);
      if (LONG_VRS.contains(vr)) {
        if (end - position < 12) {
          throw truncated("element");
        }
        length = bytes.getInt(position + 8) & UNDEFINED;
        position += 12;
      } else {
        length = bytes.getShort(position + 6) & 0xFFFF;
        position += 8;
      }
    } else {
      length = bytes.getInt(position + 4) & UNDEFINED;
      position += 8;
    }
    boolean wanted = keep && Tags.kept(tag);
    boolean sequence = vr.equals("SQ") || (vr.isEmpty() || vr.equals("UN")) && Tags.sequence(tag);
    if (length == UNDEFINED) {
      if (tag == Tags.PIXELS && depth == 0) {
        target.put(new Element(tag, vr, NOTHING, List.of(), fragments(end)));
        return;
      }
      boolean inner = vr.equals("UN") ? false : explicit;
      ByteOrder order = bytes.order();
      if (vr.equals("UN")) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
      }
      List<DataSet> items = items(end, true, inner, depth + 1, wanted);
      bytes.order(order);
      if (wanted) {
        target.put(new Element(tag, vr, NOTHING, items, List.of()));
      }
      return;
    }
    if (length > end - position) {
      throw truncated(tag == Tags.PIXELS ? "pixel data" : "element");
    }
    int next = position + (int) length;
    if (sequence && wanted) {
      boolean inner = vr.equals("UN") ? false : explicit;
      List<DataSet> items = items(next, false, inner, depth + 1, true);
      target.put(new Element(tag, vr, NOTHING, items, List.of()));
    } else if (wanted) {
      ByteBuffer value = bytes.slice(position, (int) length).order(bytes.order());
      target.put(new Element(tag, vr, value, List.of(), List.of()));
    }
    position = next;
  }

  private List<DataSet> items(int end, boolean delimited, boolean explicit, int depth, boolean keep)
      throws DicomUnsupportedException {
    if (depth > MAX_DEPTH) {
      throw corrupt("nesting");
    }
    List<DataSet> items = new ArrayList<>();
    while (position < end) {
      if (end - position < 8) {
        throw truncated("item");
      }
      int tag = tag(position);
      long length = bytes.getInt(position + 4) & UNDEFINED;
      position += 8;
      if (tag == Tags.SEQUENCE_END) {
        return items;
      }
      if (tag != Tags.ITEM) {
        throw corrupt("item expected");
      }
      if (++elements > MAX_ELEMENTS) {
        throw corrupt("too many elements");
      }
      DataSet item = new DataSet();
      if (length == UNDEFINED) {
        readAll(item, end, explicit, depth, keep, true);
      } else {
        if (length > end - position) {
          throw truncated("item");
        }
        int next = position + (int) length;
        if (keep) {
          readAll(item, next, explicit, depth, true, false);
        }
        position = next;
      }
      if (keep) {
        items.add(item);
      }
    }
    if (delimited) {
      throw truncated("sequence");
    }
    return items;
  }

  private List<ByteBuffer> fragments(int end) throws DicomUnsupportedException {
    List<ByteBuffer> fragments = new ArrayList<>();
    while (true) {
      if (end - position < 8) {
        throw truncated("pixel data");
      }
      int tag = tag(position);
      long length = bytes.getInt(position + 4) & UNDEFINED;
      position += 8;
      if (tag == Tags.SEQUENCE_END) {
        if (fragments.isEmpty()) {
          throw corrupt("pixel data without items");
        }
        return fragments;
      }
      if (tag != Tags.ITEM || length == UNDEFINED) {
        throw corrupt("pixel data item expected");
      }
      if (length > end - position) {
        throw truncated("pixel data");
      }
      if (++elements > MAX_ELEMENTS) {
        throw corrupt("too many elements");
      }
      fragments.add(bytes.slice(position, (int) length).order(ByteOrder.LITTLE_ENDIAN));
      position += (int) length;
    }
  }

  private int tag(int at) {
    return (bytes.getShort(at) & 0xFFFF) << 16 | bytes.getShort(at + 2) & 0xFFFF;
  }

  private boolean zeros(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean letter(byte b) {
    return b >= 'A' && b <= 'Z';
  }
}
