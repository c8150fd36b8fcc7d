package jp.tsunagaru.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recognises programs, ZIP containers and markup by their bytes. */
final class Signatures {
  private static final Set<String> PROGRAM_EXTENSIONS =
      Set.of(
          "exe",
          "com",
          "scr",
          "pif",
          "dll",
          "sys",
          "cpl",
          "msi",
          "msp",
          "mst",
          "msix",
          "appx",
          "bat",
          "cmd",
          "ps1",
          "psm1",
          "psd1",
          "vb",
          "vbs",
          "vbe",
          "js",
          "jse",
          "mjs",
          "ws",
          "wsf",
          "wsc",
          "wsh",
          "hta",
          "jar",
          "class",
          "jnlp",
          "lnk",
          "url",
          "reg",
          "inf",
          "scf",
          "sh",
          "bash",
          "zsh",
          "csh",
          "command",
          "py",
          "pyc",
          "pyw",
          "pl",
          "rb",
          "php",
          "phtml",
          "apk",
          "aab",
          "ipa",
          "deb",
          "rpm",
          "dmg",
          "pkg",
          "app",
          "run",
          "elf",
          "so",
          "dylib",
          "gadget",
          "application",
          "chm",
          "iso",
          "img",
          "vhd");
  private static final Set<String> MACRO_EXTENSIONS =
      Set.of(
          "docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "xll", "pptm", "potm", "ppam", "ppsm",
          "sldm");
  private static final Set<String> MARKUP_EXTENSIONS =
      Set.of(
          "html", "htm", "xhtml", "xht", "shtml", "svg", "svgz", "xml", "xsl", "xslt", "mht",
          "mhtml", "swf");
  private static final List<String> MARKUP =
      List.of(
          "<script",
          "<html",
          "<!doctype",
          "<svg",
          "<?php",
          "<iframe",
          "<body",
          "<head",
          "javascript:");

  private Signatures() {}

  static String extension(String name) {
    String trimmed = name.strip();
    int dot = trimmed.lastIndexOf('.');
    return dot < 0 ? "" : trimmed.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
  }

  static boolean programName(String name) {
    return PROGRAM_EXTENSIONS.contains(extension(name));
  }

  static boolean macroName(String name) {
    return MACRO_EXTENSIONS.contains(extension(name));
  }

  static boolean markupName(String name) {
    return MARKUP_EXTENSIONS.contains(extension(name));
  }

  /** The kind of program that starts at {@code at}. */
  static Optional<String> program(ByteBuffer bytes, int at) {
    int left = bytes.limit() - at;
    if (left >= 2 && ascii(bytes, at, "MZ")) {
      return Optional.of("PE");
    }
    if (left >= 2 && ascii(bytes, at, "#!")) {
      return Optional.of("script");
    }
    if (left < 4) {
      return Optional.empty();
    }
    int magic = bytes.duplicate().order(ByteOrder.BIG_ENDIAN).getInt(at);
    return Optional.ofNullable(
        switch (magic) {
          case 0x7F454C46 -> "ELF";
          case 0xFEEDFACE, 0xFEEDFACF, 0xCEFAEDFE, 0xCFFAEDFE, 0xBEBAFECA -> "Mach-O";
          case 0xCAFEBABE -> "class file";
          case 0x6465780A -> "dex";
          case 0x0061736D -> "WebAssembly";
          case 0x4C000000 -> left >= 8 && bytes.get(at + 4) == 1 ? "shortcut" : null;
          case 0x4D534346 -> "cabinet";
          case 0x49545346 -> "help file";
          default -> null;
        });
  }

  static boolean ascii(ByteBuffer bytes, int at, String text) {
    if (at < 0 || bytes.limit() - at < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes.get(at + i) != (byte) text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a ZIP directory ends the file, so that ZIP readers would open it. */
  static boolean endsAsZip(ByteBuffer bytes) {
    ByteBuffer view = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int size = view.limit();
    int lowest = Math.max(0, size - 22 - 65_535);
    for (int at = size - 22; at >= lowest; at--) {
      if (view.getInt(at) == 0x06054B50) {
        long directorySize = view.getInt(at + 12) & 0xFFFFFFFFL;
        long directory = at - directorySize;
        boolean zip64 = directorySize == 0xFFFFFFFFL;
        if (zip64
            || (directorySize >= 46
                && directory >= 0
                && view.getInt((int) directory) == 0x02014B50)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Refuses a second format behind the end of the first.
   *
   * @param end where the first format ends
   */
  static void checkTail(ByteBuffer bytes, int end) throws Refusal {
    if (endsAsZip(bytes)) {
      throw new Refusal(Reason.POLYGLOT, "zip");
    }
    int size = bytes.limit();
    if (end >= size) {
      return;
    }
    int start = end;
    while (start < size && bytes.get(start) <= ' ' && bytes.get(start) >= 0) {
      start++;
    }
    Optional<String> program = program(bytes, start);
    if (program.isPresent()) {
      throw new Refusal(Reason.POLYGLOT, program.get());
    }
    ByteBuffer view = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    for (int at = end; at < size - 3; at++) {
      byte first = bytes.get(at);
      if (first == 'P' && (ascii(bytes, at, "PK\3\4") || ascii(bytes, at, "PK\5\6"))) {
        throw new Refusal(Reason.POLYGLOT, "zip");
      }
      if (first == 'M' && bytes.get(at + 1) == 'Z' && isPe(view, at)) {
        throw new Refusal(Reason.POLYGLOT, "PE");
      }
      if (first == 0x7F && ascii(bytes, at, "\177ELF")) {
        throw new Refusal(Reason.POLYGLOT, "ELF");
      }
      if (first == '%' && ascii(bytes, at, "%PDF-")) {
        throw new Refusal(Reason.POLYGLOT, "pdf");
      }
    }
    if (markup(bytes, end, size)) {
      throw new Refusal(Reason.POLYGLOT, "markup");
    }
  }

  private static boolean isPe(ByteBuffer view, int at) {
    if (view.limit() - at < 64) {
      return false;
    }
    long header = at + (view.getInt(at + 0x3C) & 0xFFFFFFFFL);
    return header + 4 <= view.limit() && view.getInt((int) header) == 0x00004550;
  }

  /** Whether HTML, SVG or script markup is found in a range. */
  static boolean markup(ByteBuffer bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte b = bytes.get(at);
      if (b != '<' && b != 'j' && b != 'J') {
        continue;
      }
      for (String word : MARKUP) {
        if (asciiIgnoreCase(bytes, at, to, word)) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean asciiIgnoreCase(ByteBuffer bytes, int at, int to, String lower) {
    if (to - at < lower.length()) {
      return false;
    }
    for (int i = 0; i < lower.length(); i++) {
      int b = bytes.get(at + i);
      if (b >= 'A' && b <= 'Z') {
        b += 32;
      }
      if (b != lower.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static String latin1(ByteBuffer bytes, int from, int to) {
    byte[] copy = new byte[Math.max(0, to - from)];
    bytes.get(from, copy);
    return new String(copy, StandardCharsets.ISO_8859_1);
  }

  static void checkPixels(long width, long height, Limits limits) throws Refusal {
    if (width < 1 || height < 1) {
      throw new Refusal(Reason.CORRUPT, "no size");
    }
    if (width > limits.maxPixels() || height > limits.maxPixels() / width) {
      throw new Refusal(
          Reason.PIXEL_BOMB,
          Map.of(
              "width", Long.toString(width),
              "height", Long.toString(height),
              "limit", Long.toString(limits.maxPixels())));
    }
  }
}
