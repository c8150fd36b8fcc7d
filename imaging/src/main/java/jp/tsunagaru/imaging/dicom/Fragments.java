package jp.tsunagaru.imaging.dicom;

import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.corrupt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Assembles the code streams of frames from encapsulated pixel data. */
final class Fragments {
  private final List<ByteBuffer> pieces;
  private final List<Integer> firstOfFrame;

  Fragments(DataSet data, Element pixels, int frames) throws DicomUnsupportedException {
    List<ByteBuffer> all = pixels.fragments();
    pieces = all.subList(1, all.size());
    if (pieces.isEmpty()) {
      throw corrupt("pixel data without fragments");
    }
    firstOfFrame = firsts(data, all.getFirst(), frames);
  }

  /** The code stream of a frame counted from 0. */
  ByteBuffer frame(int index) throws DicomUnsupportedException {
    if (index >= firstOfFrame.size()) {
      throw DicomUnsupportedException.truncated("fragments");
    }
    int from = firstOfFrame.get(index);
    int to = index + 1 < firstOfFrame.size() ? firstOfFrame.get(index + 1) : pieces.size();
    if (to <= from) {
      throw corrupt("offset table");
    }
    if (to - from == 1) {
      return pieces.get(from);
    }
    long size = pieces.subList(from, to).stream().mapToLong(ByteBuffer::limit).sum();
    ByteBuffer joined = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
    for (ByteBuffer piece : pieces.subList(from, to)) {
      joined.put(piece.duplicate());
    }
    return joined.flip();
  }

  private List<Integer> firsts(DataSet data, ByteBuffer table, int frames)
      throws DicomUnsupportedException {
    if (frames == 1) {
      return List.of(0);
    }
    if (pieces.size() == frames) {
      return IntStream.range(0, frames).boxed().toList();
    }
    List<Long> offsets = new ArrayList<>();
    if (table.limit() >= 4L * frames) {
      for (int i = 0; i < frames; i++) {
        offsets.add(table.getInt(4 * i) & 0xFFFFFFFFL);
      }
    } else {
      ByteBuffer extended = data.value(Tags.EXTENDED_OFFSETS).orElse(ByteBuffer.allocate(0));
      for (int i = 0; i < frames && extended.limit() >= 8L * frames; i++) {
        offsets.add(extended.getLong(8 * i));
      }
    }
    return offsets.isEmpty() ? byStartMarkers() : byOffsets(offsets);
  }

  private List<Integer> byOffsets(List<Long> offsets) throws DicomUnsupportedException {
    List<Integer> firsts = new ArrayList<>();
    long at = 0;
    int piece = 0;
    for (long offset : offsets) {
      while (piece < pieces.size() && at < offset) {
        at += 8 + pieces.get(piece).limit();
        piece++;
      }
      if (at != offset || piece >= pieces.size()) {
        throw corrupt("offset table");
      }
      firsts.add(piece);
    }
    return firsts;
  }

  private List<Integer> byStartMarkers() {
    List<Integer> firsts = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      ByteBuffer piece = pieces.get(i);
      boolean start =
          piece.limit() >= 2
              && piece.get(0) == (byte) 0xFF
              && (piece.get(1) == (byte) 0xD8 || piece.get(1) == 0x4F);
      if (start || i == 0) {
        firsts.add(i);
      }
    }
    return firsts;
  }
}
