package jp.tsunagaru.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The leaf hashes of an export, made ahead by a thread of their own: they are most of the work. */
final class Leaves implements Closeable {
  private static final int ENTRIES = 1_000;
  private static final int AHEAD = 8;

  private final Path file;
  private final String log;
  private final BlockingQueue<Block> ready = new ArrayBlockingQueue<>(AHEAD);
  private final Thread reader;
  private Block block = new Block(new byte[0], 0, false, Optional.empty());
  private int at;
  private long count;

  /**
   * @param last whether the export ends behind it
   * @param failure why it ends there, where it should not
   */
  private record Block(byte[] hashes, int entries, boolean last, Optional<IOException> failure) {}

  Leaves(Path file) throws IOException {
    this.file = file;
    Export export = new Export(file);
    this.log = export.log();
    this.reader = Thread.ofPlatform().daemon().name("leaves").start(() -> read(export));
  }

  String log() {
    return log;
  }

  /** How many entries were read. */
  long count() {
    return count;
  }

  private void read(Export export) {
    try (export) {
      Block next;
      do {
        next = block(export);
        ready.put(next);
      } while (!next.last());
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (IOException unclosed) {
      // Everything was read.
    }
  }

  private static Block block(Export export) {
    byte[] hashes = new byte[ENTRIES * Hashes.SIZE];
    int entries = 0;
    try {
      while (entries < ENTRIES) {
        if (!export.next(hashes, entries * Hashes.SIZE)) {
          return new Block(hashes, entries, true, Optional.empty());
        }
        entries++;
      }
      return new Block(hashes, entries, false, Optional.empty());
    } catch (IOException e) {
      return new Block(hashes, entries, true, Optional.of(e));
    }
  }

  /**
   * @return false at the end
   * @throws UnreadableException when the file breaks off inside an entry
   */
  boolean next(byte[] into) throws IOException {
    while (at == block.entries()) {
      if (block.last()) {
        if (block.failure().isPresent()) {
          throw block.failure().get();
        }
        return false;
      }
      try {
        block = ready.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
      at = 0;
    }
    System.arraycopy(block.hashes(), at * Hashes.SIZE, into, 0, Hashes.SIZE);
    at++;
    count++;
    return true;
  }

  /** What an entry says about itself, read once more. */
  Envelope envelope(long position) throws IOException {
    byte[] leaf = new byte[Hashes.SIZE];
    try (Export again = new Export(file)) {
      for (long i = 0; i <= position; i++) {
        again.next(leaf, 0);
      }
      return again.envelope();
    }
  }

  @Override
  public void close() {
    reader.interrupt();
  }
}
