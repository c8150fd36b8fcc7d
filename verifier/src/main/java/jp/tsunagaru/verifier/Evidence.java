package jp.tsunagaru.verifier;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * Checks single events that were handed over with their paths to a signed root (RFC 9162, 2.1.3.2),
 * without the rest of the log.
 */
final class Evidence {
  private static final String TITLE = "tsunagaru evidence 1 ";
  private static final int LONGEST = 64 << 20;
  private static final int LONGEST_LINE = 200;

  private final Path file;
  private final Path heads;
  private final PublicKey key;
  private final Hashes hashes = new Hashes();

  Evidence(Path file, Path heads, PublicKey key) {
    this.file = file;
    this.heads = heads;
    this.key = key;
  }

  /** Whether a file is of this kind and not a whole export. */
  static boolean is(Path file) throws IOException {
    try (DataInputStream in = open(file)) {
      return line(in).startsWith(TITLE);
    } catch (EOFException shorter) {
      return false;
    }
  }

  Report verify() throws IOException {
    try (DataInputStream in = open(file)) {
      String log = line(in).substring(TITLE.length());
      Head head = head(log, in.readLong());
      if (!head.signedWith(key)) {
        return report(head, 0, Finding.head(Finding.Kind.SIGNATURE, head.size()));
      }
      long entries = 0;
      for (int first = in.read(); first >= 0; first = in.read()) {
        long position = (long) first << 56;
        for (int shift = 48; shift >= 0; shift -= 8) {
          position |= (long) in.readUnsignedByte() << shift;
        }
        byte[] path = bytes(in, Math.multiplyExact(length(in, Long.SIZE), Hashes.SIZE));
        byte[] entry = bytes(in, length(in, LONGEST));
        if (!included(head, position, path, entry)) {
          return report(
              head,
              entries,
              new Finding(
                  Finding.Kind.NOT_INCLUDED, position, -1, Envelope.of(entry, 0, entry.length)));
        }
        entries++;
      }
      return new Report(log, entries, head.time(), Optional.empty());
    } catch (EOFException broken) {
      throw new UnreadableException("error.export");
    }
  }

  private static Report report(Head head, long entries, Finding finding) {
    return new Report(head.log(), entries, head.time(), Optional.of(finding));
  }

  /** The head of that size, as somebody else kept it. */
  private Head head(String log, long size) throws IOException {
    try (Heads kept = new Heads(heads)) {
      for (Optional<Head> next = kept.next(); next.isPresent(); next = kept.next()) {
        if (next.get().log().equals(log) && next.get().size() == size) {
          return next.get();
        }
      }
    }
    throw new UnreadableException("error.noHead");
  }

  private boolean included(Head head, long position, byte[] path, byte[] entry) {
    byte[] hash = new byte[Hashes.SIZE];
    hashes.leaf(entry, 0, entry.length, hash, 0);
    long at = position;
    long last = head.size() - 1;
    if (at < 0 || at > last) {
      return false;
    }
    for (int next = 0; next < path.length; next += Hashes.SIZE) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        hashes.node(path, next, hash, 0, hash, 0);
        while (at != 0 && (at & 1) == 0) {
          at >>>= 1;
          last >>>= 1;
        }
      } else {
        hashes.node(hash, 0, path, next, hash, 0);
      }
      at >>>= 1;
      last >>>= 1;
    }
    return last == 0 && Arrays.equals(hash, head.root());
  }

  private static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (byte b = in.readByte(); b != '\n'; b = in.readByte()) {
      if (line.length() > LONGEST_LINE) {
        throw new UnreadableException("error.export");
      }
      line.append(new String(new byte[] {b}, StandardCharsets.US_ASCII));
    }
    return line.toString();
  }

  private static int length(DataInputStream in, int longest) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > longest) {
      throw new UnreadableException("error.export");
    }
    return length;
  }

  private static byte[] bytes(DataInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }
}
