package jp.tsunagaru.verifier;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What an entry says about itself outside its sealed content, to name it to a person.
 *
 * @param index the event's number in its store, -1 where the bytes are no entry
 */
record Envelope(long index, String eventId, String payloadType, String time) {
  static final Envelope NONE = new Envelope(-1, "", "", "");

  static Envelope of(byte[] bytes, int offset, int length) {
    ByteBuffer entry = ByteBuffer.wrap(bytes, offset, length);
    try {
      entry.get();
      text(entry);
      long index = entry.getLong();
      String eventId = text(entry);
      text(entry);
      text(entry);
      entry.getLong();
      String time = text(entry);
      return new Envelope(index, eventId, text(entry), time);
    } catch (BufferUnderflowException | IllegalArgumentException damaged) {
      return NONE;
    }
  }

  private static String text(ByteBuffer entry) {
    int length = entry.getInt();
    if (length == -1) {
      return "";
    }
    if (length < 0 || length > entry.remaining()) {
      throw new IllegalArgumentException("damaged");
    }
    byte[] text = new byte[length];
    entry.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
