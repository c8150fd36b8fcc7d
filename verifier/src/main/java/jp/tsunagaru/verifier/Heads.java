package jp.tsunagaru.verifier;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file of heads, one a line. */
final class Heads implements Closeable {
  private final BufferedReader lines;

  Heads(Path file) throws IOException {
    lines = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
  }

  Optional<Head> next() throws IOException {
    String line = lines.readLine();
    while (line != null && line.isBlank()) {
      line = lines.readLine();
    }
    return line == null ? Optional.empty() : Optional.of(Head.read(line));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
