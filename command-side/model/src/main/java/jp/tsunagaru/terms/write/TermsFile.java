package jp.tsunagaru.terms.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import jp.tsunagaru.terms.TermsText;

/** Header lines {@code version:} and {@code effective:}, a blank line, and the text (TR-01). */
final class TermsFile {
  private TermsFile() {}

  static TermsText parse(TermsText.Kind kind, byte[] bytes, String file) throws IOException {
    String whole = decoded(bytes, file).replace("\r\n", "\n").replace('\r', '\n');
    int end = whole.indexOf("\n\n");
    if (end < 0) {
      throw new IOException(file + ": a blank line between header and text is missing");
    }
    Map<String, String> header = new HashMap<>();
    for (String line : whole.substring(0, end).split("\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        header.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    String text = whole.substring(end).strip() + "\n";
    if (text.isBlank()) {
      throw new IOException(file + ": the text is missing");
    }
    return new TermsText(
        kind,
        named(header, "version", file),
        date(named(header, "effective", file), file),
        text,
        sha256(text));
  }

  private static String decoded(byte[] bytes, String file) throws IOException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": not UTF-8", e);
    }
  }

  private static String named(Map<String, String> header, String name, String file)
      throws IOException {
    String value = header.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new IOException(file + ": the header line " + name + " is missing");
    }
    return value;
  }

  private static LocalDate date(String text, String file) throws IOException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IOException(file + ": effective is not a date like 2026-04-01", e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
