package jp.tsunagaru.imaging;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells notes from scripts, markup and binary data. */
final class TextInspector {
  private static final Set<String> OTHER_FORMATS =
      Set.of(
          "jpg", "jpeg", "jpe", "png", "heic", "heif", "pdf", "dcm", "dicom", "doc", "docx", "xls",
          "xlsx", "ppt", "pptx", "odt", "ods", "odp", "gif", "webp", "zip", "mp4");
  private static final Pattern SCRIPT =
      Pattern.compile(
          "^\\s*@?echo\\s+off|^\\s*@echo\\b|^\\s*rem\\s+.*\\n.*@echo|wscript\\.|createobject\\s*\\("
              + "|on error resume next|activexobject|powershell(\\.exe)?\\s+-|invoke-expression"
              + "|^\\s*\\[internetshortcut\\]|^\\s*windows registry editor",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> MARKUP_STARTS =
      List.of(
          "<?xml",
          "<!doctype",
          "<html",
          "<svg",
          "<script",
          "<?php",
          "<!--",
          "{\\rtf",
          "%!ps",
          "mime-version:",
          "<head",
          "<body");

  private TextInspector() {}

  /** Returns the media type or refuses. */
  static String check(ByteBuffer bytes, String name) throws Refusal {
    String text = decode(bytes).orElseThrow(() -> new Refusal(Reason.TYPE_NOT_ALLOWED, "binary"));
    if (Signatures.programName(name) || SCRIPT.matcher(text).find()) {
      throw new Refusal(Reason.EXECUTABLE, "script");
    }
    String start =
        text.substring(0, Math.min(text.length(), 4096)).stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("#!")) {
      throw new Refusal(Reason.EXECUTABLE, "script");
    }
    if (MARKUP_STARTS.stream().anyMatch(start::startsWith)
        || Signatures.markupName(name)
        || Pattern.compile("<(script|svg|html|iframe)\\b", Pattern.CASE_INSENSITIVE)
            .matcher(text)
            .find()) {
      throw new Refusal(Reason.TYPE_NOT_ALLOWED, "markup");
    }
    String extension = Signatures.extension(name);
    if (OTHER_FORMATS.contains(extension) || Signatures.macroName(name)) {
      throw new Refusal(Reason.NAME_MISMATCH, "text");
    }
    return extension.equals("csv") ? "text/csv" : "text/plain";
  }

  private static Optional<String> decode(ByteBuffer bytes) {
    ByteBuffer view = bytes.duplicate();
    view.position(0);
    int size = view.limit();
    List<Charset> candidates;
    if (size >= 2 && view.get(0) == (byte) 0xFF && view.get(1) == (byte) 0xFE) {
      candidates = List.of(StandardCharsets.UTF_16);
    } else if (size >= 2 && view.get(0) == (byte) 0xFE && view.get(1) == (byte) 0xFF) {
      candidates = List.of(StandardCharsets.UTF_16);
    } else {
      candidates =
          List.of(
              StandardCharsets.UTF_8, Charset.forName("windows-31j"), Charset.forName("EUC-JP"));
    }
    for (Charset charset : candidates) {
      try {
        CharBuffer decoded =
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(view.duplicate());
        if (decoded.chars().noneMatch(TextInspector::binary)) {
          String text = decoded.toString();
          return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
      } catch (CharacterCodingException notThisOne) {
        // The next candidate may fit.
      }
    }
    return Optional.empty();
  }

  private static boolean binary(int c) {
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A)
        || c == 0x7F
        || c == 0xFFFE
        || c == 0xFFFF;
  }
}
