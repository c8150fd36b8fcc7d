package jp.tsunagaru.axon.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Signed heads of a log, one a line, in a file that whoever owns the database does not own. */
final class HeadFile {
  private static final int BLOCK = 1 << 16;

  private final Path file;

  HeadFile(Path file) {
    this.file = file;
  }

  /** The last head; a line that broke off when the power went is taken away. */
  Optional<Head> last() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = lastLineEnd(channel, channel.size());
      if (end < channel.size()) {
        channel.truncate(end);
        channel.force(true);
      }
      if (end == 0) {
        return Optional.empty();
      }
      long begin = lastLineEnd(channel, end - 1);
      ByteBuffer line = ByteBuffer.allocate(Math.toIntExact(end - 1 - begin));
      read(channel, line, begin);
      return Optional.of(Head.read(new String(line.array(), StandardCharsets.US_ASCII)));
    }
  }

  /** Behind the last line feed before this place. */
  private static long lastLineEnd(FileChannel channel, long before) throws IOException {
    long to = before;
    while (to > 0) {
      long from = Math.max(0, to - BLOCK);
      ByteBuffer block = ByteBuffer.allocate(Math.toIntExact(to - from));
      read(channel, block, from);
      for (int i = block.capacity() - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return from + i + 1;
        }
      }
      to = from;
    }
    return 0;
  }

  private static void read(FileChannel channel, ByteBuffer into, long from) throws IOException {
    while (into.hasRemaining()) {
      if (channel.read(into, from + into.position()) < 0) {
        throw new IOException("the file of signed heads became shorter");
      }
    }
  }

  /** On the disk before it returns. */
  void append(String line) throws IOException {
    Files.createDirectories(file.getParent());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  BufferedReader open() throws IOException {
    return Files.newBufferedReader(file, StandardCharsets.US_ASCII);
  }

  boolean exists() {
    return Files.exists(file);
  }
}
