package jp.tsunagaru.axon.proof;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored: its envelope, its sealed payload and its metadata, none of them
 * interpreted. What becomes unreadable later stays the same bytes.
 *
 * @param index the event's number in its store
 */
record StoredEntry(
    String log,
    long index,
    String eventId,
    @Nullable String aggregateType,
    String aggregateId,
    long sequence,
    String time,
    String payloadType,
    @Nullable String payloadRevision,
    byte[] payload,
    byte @Nullable [] metadata) {
  private static final int FORMAT = 1;
  private static final int ABSENT = -1;

  /** The bytes that the leaf hash covers; docs/operations/proof.md describes each of them. */
  byte[] encoded() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(payload.length + 1_000);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      write(out, log);
      out.writeLong(index);
      write(out, eventId);
      write(out, aggregateType);
      write(out, aggregateId);
      out.writeLong(sequence);
      write(out, time);
      write(out, payloadType);
      write(out, payloadRevision);
      write(out, payload);
      write(out, metadata);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    write(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
    if (bytes == null) {
      out.writeInt(ABSENT);
    } else {
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }
}
