package jp.tsunagaru.imaging.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** Decodes text by Specific Character Set, including ISO 2022 escapes. */
final class DicomText {
  private static final int ESCAPE = 0x1B;

  private final byte[] bytes;
  private final Charset initialHigh;
  private final StringBuilder text = new StringBuilder();
  private Low low = Low.ASCII;
  private Charset high;

  /** What the bytes below 0x80 mean. */
  private enum Low {
    ASCII,
    JIS_ROMAN,
    JIS_X_0208,
    JIS_X_0212
  }

  private DicomText(byte[] bytes, Charset initialHigh) {
    this.bytes = bytes;
    this.initialHigh = initialHigh;
    this.high = initialHigh;
  }

  /**
   * Decodes a person name or short text.
   *
   * @param characterSet the value of Specific Character Set with its backslashes
   */
  static String decode(byte[] bytes, String characterSet) {
    String[] terms = characterSet.split("\\\\", -1);
    String first = terms[0].strip();
    boolean escapes = false;
    for (byte b : bytes) {
      escapes |= b == ESCAPE;
    }
    if (!escapes) {
      Optional<Charset> whole = whole(first, terms.length > 1);
      if (whole.isPresent()) {
        return new String(bytes, whole.get());
      }
      if (first.isEmpty() && terms.length == 1) {
        return undeclared(bytes);
      }
    }
    return new DicomText(bytes, high(first)).run();
  }

  private static Optional<Charset> whole(String term, boolean several) {
    return switch (term) {
      case "ISO_IR 192" -> Optional.of(StandardCharsets.UTF_8);
      case "GB18030", "GBK" -> charset("GB18030");
      default -> several ? Optional.empty() : single(term);
    };
  }

  private static Optional<Charset> single(String term) {
    return switch (term.replace("ISO 2022 IR ", "ISO_IR ")) {
      case "ISO_IR 6" -> Optional.of(StandardCharsets.ISO_8859_1);
      case "ISO_IR 100" -> Optional.of(StandardCharsets.ISO_8859_1);
      case "ISO_IR 101" -> charset("ISO-8859-2");
      case "ISO_IR 109" -> charset("ISO-8859-3");
      case "ISO_IR 110" -> charset("ISO-8859-4");
      case "ISO_IR 144" -> charset("ISO-8859-5");
      case "ISO_IR 127" -> charset("ISO-8859-6");
      case "ISO_IR 126" -> charset("ISO-8859-7");
      case "ISO_IR 138" -> charset("ISO-8859-8");
      case "ISO_IR 148" -> charset("ISO-8859-9");
      case "ISO_IR 203" -> charset("ISO-8859-15");
      case "ISO_IR 166" -> charset("TIS-620");
      case "ISO_IR 13" -> charset("JIS_X0201");
      default -> Optional.empty();
    };
  }

  private static Charset high(String term) {
    return switch (term.replace("ISO 2022 IR ", "ISO_IR ")) {
      case "ISO_IR 149" -> charset("EUC-KR").orElse(StandardCharsets.ISO_8859_1);
      case "ISO_IR 58" -> charset("GB2312").orElse(StandardCharsets.ISO_8859_1);
      default -> single(term).orElse(StandardCharsets.ISO_8859_1);
    };
  }

  /** Text with high bytes and no declared character set, as some Japanese systems write it. */
  private static String undeclared(byte[] bytes) {
    for (String name : new String[] {"UTF-8", "windows-31j", "EUC-JP"}) {
      Optional<Charset> charset = charset(name);
      if (charset.isPresent()) {
        try {
          return charset
              .get()
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
        } catch (CharacterCodingException notThisOne) {
          // The next one may fit.
        }
      }
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private String run() {
    int at = 0;
    while (at < bytes.length) {
      int b = bytes[at] & 0xFF;
      if (b == ESCAPE) {
        at = escape(at);
      } else if (b < 0x21 || b == 0x7F) {
        text.append((char) b);
        if (b == '\r' || b == '\n' || b == '\f') {
          reset();
        }
        at++;
      } else if (b < 0x80) {
        at = low(at, b);
      } else {
        at = high(at);
      }
    }
    return text.toString();
  }

  private int low(int at, int b) {
    switch (low) {
      case JIS_X_0208, JIS_X_0212 -> {
        if (at + 1 >= bytes.length) {
          text.append('\uFFFD');
          return at + 1;
        }
        byte one = (byte) (b | 0x80);
        byte two = (byte) (bytes[at + 1] | 0x80);
        byte[] euc =
            low == Low.JIS_X_0208 ? new byte[] {one, two} : new byte[] {(byte) 0x8F, one, two};
        text.append(charset("EUC-JP").map(c -> new String(euc, c)).orElse("\uFFFD"));
        return at + 2;
      }
      case JIS_ROMAN, ASCII -> {
        // The yen sign of the Japanese set stands where others have the backslash.
        text.append((char) b);
        if (b == '^' || b == '=' || b == '\\') {
          reset();
        }
        return at + 1;
      }
    }
    return at + 1;
  }

  private int high(int at) {
    int to = at;
    while (to < bytes.length && bytes[to] < 0) {
      to++;
    }
    text.append(new String(bytes, at, to - at, high));
    return to;
  }

  private int escape(int at) {
    String code =
        new String(bytes, at + 1, Math.min(3, bytes.length - at - 1), StandardCharsets.ISO_8859_1);
    if (code.startsWith("(B")) {
      low = Low.ASCII;
    } else if (code.startsWith("(J")) {
      low = Low.JIS_ROMAN;
    } else if (code.startsWith(")I")) {
      high = charset("JIS_X0201").orElse(high);
    } else if (code.startsWith("$B") || code.startsWith("$@")) {
      low = Low.JIS_X_0208;
    } else if (code.startsWith("$(D")) {
      low = Low.JIS_X_0212;
      return at + 4;
    } else if (code.startsWith("$)C")) {
      high = charset("EUC-KR").orElse(high);
      return at + 4;
    } else if (code.startsWith("$)A")) {
      high = charset("GB2312").orElse(high);
      return at + 4;
    } else if (code.startsWith("-")) {
      high = latin(code.length() > 1 ? code.charAt(1) : ' ').orElse(high);
    } else {
      return at + 1;
    }
    return at + 3;
  }

  private static Optional<Charset> latin(char end) {
    return switch (end) {
      case 'A' -> charset("ISO-8859-1");
      case 'B' -> charset("ISO-8859-2");
      case 'C' -> charset("ISO-8859-3");
      case 'D' -> charset("ISO-8859-4");
      case 'L' -> charset("ISO-8859-5");
      case 'G' -> charset("ISO-8859-6");
      case 'F' -> charset("ISO-8859-7");
      case 'H' -> charset("ISO-8859-8");
      case 'M' -> charset("ISO-8859-9");
      case 'b' -> charset("ISO-8859-15");
      case 'T' -> charset("TIS-620");
      default -> Optional.empty();
    };
  }

  private void reset() {
    low = Low.ASCII;
    high = initialHigh;
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
      return Optional.empty();
    }
  }
}
