package jp.tsunagaru.verifier;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads an export: a line that names the log, then each entry behind the four bytes of its length.
 * The bytes of an entry are exactly those that its leaf hash covers.
 */
final class Export implements Closeable {
  private static final String TITLE = "tsunagaru export 1 ";
  private static final int LONGEST = 64 << 20;
  private static final int LONGEST_LINE = 200;

  private final InputStream in;
  private final String log;
  private final Hashes hashes = new Hashes();
  private byte[] buffer = new byte[1 << 20];
  private int from;
  private int to;
  private int entry;
  private int length;

  Export(Path file) throws IOException {
    in = Files.newInputStream(file);
    try {
      log = title();
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  String log() {
    return log;
  }

  /**
   * Reads the next entry and writes its leaf hash.
   *
   * @return false at the end
   * @throws UnreadableException when the file breaks off inside an entry
   */
  boolean next(byte[] into, int at) throws IOException {
    if (!filled(Integer.BYTES)) {
      if (from == to) {
        return false;
      }
      throw new UnreadableException("error.export");
    }
    length =
        (buffer[from] & 0xff) << 24
            | (buffer[from + 1] & 0xff) << 16
            | (buffer[from + 2] & 0xff) << 8
            | buffer[from + 3] & 0xff;
    if (length < 0 || length > LONGEST || !filled(Integer.BYTES + length)) {
      throw new UnreadableException("error.export");
    }
    entry = from + Integer.BYTES;
    from = entry + length;
    hashes.leaf(buffer, entry, length, into, at);
    return true;
  }

  /** The entry read last, in words; empty where its bytes are no entry. */
  Envelope envelope() {
    return Envelope.of(buffer, entry, length);
  }

  private boolean filled(int wanted) throws IOException {
    if (to - from >= wanted) {
      return true;
    }
    byte[] target = wanted > buffer.length ? new byte[Integer.highestOneBit(wanted) << 1] : buffer;
    System.arraycopy(buffer, from, target, 0, to - from);
    to -= from;
    from = 0;
    buffer = target;
    while (to < wanted) {
      int read = in.read(buffer, to, buffer.length - to);
      if (read < 0) {
        return false;
      }
      to += read;
    }
    return true;
  }

  private String title() throws IOException {
    // Not buffered: the entries begin right behind it.
    DataInputStream bytes = new DataInputStream(in);
    StringBuilder line = new StringBuilder();
    try {
      for (byte b = bytes.readByte(); b != '\n'; b = bytes.readByte()) {
        if (line.length() > LONGEST_LINE) {
          throw new UnreadableException("error.export");
        }
        line.append(new String(new byte[] {b}, StandardCharsets.US_ASCII));
      }
    } catch (EOFException e) {
      throw new UnreadableException("error.export");
    }
    if (!line.toString().startsWith(TITLE)) {
      throw new UnreadableException("error.export");
    }
    return line.substring(TITLE.length());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
