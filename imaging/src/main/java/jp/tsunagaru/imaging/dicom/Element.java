package jp.tsunagaru.imaging.dicom;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * One attribute.
 *
 * @param vr two letters, empty where the file does not name it
 * @param value the bytes in the file's byte order; empty for sequences and fragments
 * @param items items of a sequence
 * @param fragments items of encapsulated pixel data, the offset table first
 */
record Element(
    int tag, String vr, ByteBuffer value, List<DataSet> items, List<ByteBuffer> fragments) {

  boolean encapsulated() {
    return !fragments.isEmpty();
  }
}
