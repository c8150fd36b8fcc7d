package jp.tsunagaru.imaging;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Checks OOXML and OpenDocument files entry by entry. */
final class ZipInspector {
  private static final int TEXT_LIMIT = 4 << 20;
  private static final Pattern REMOTE_TEMPLATE =
      Pattern.compile(
          "attachedTemplate[^>]*(https?:|\\\\\\\\)|"
              + "Target\\s*=\\s*\"(https?:|\\\\\\\\)[^>]*attachedTemplate",
          Pattern.CASE_INSENSITIVE);
  private static final Map<String, String> OOXML =
      Map.of(
          "wordprocessingml.document.main+xml",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "wordprocessingml.template.main+xml",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
          "spreadsheetml.sheet.main+xml",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "spreadsheetml.template.main+xml",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.template",
          "presentationml.presentation.main+xml",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "presentationml.slideshow.main+xml",
          "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
          "presentationml.template.main+xml",
          "application/vnd.openxmlformats-officedocument.presentationml.template");
  private static final Set<String> OPEN_DOCUMENT =
      Set.of(
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "application/vnd.oasis.opendocument.presentation",
          "application/vnd.oasis.opendocument.graphics");

  private final Limits limits;
  private final int depth;
  private long inflated;
  private String contentTypes = "";
  private String mimetype = "";
  private boolean program;
  private boolean encrypted;

  private ZipInspector(Limits limits, int depth) {
    this.limits = limits;
    this.depth = depth;
  }

  static boolean matches(ByteBuffer bytes) {
    return Signatures.ascii(bytes, 0, "PK\3\4");
  }

  /** Returns the media type or refuses. */
  static String check(Path file, ByteBuffer bytes, Limits limits, int depth)
      throws Refusal, IOException {
    if (bytes.limit() < 30) {
      throw new Refusal(Reason.TRUNCATED, "zip");
    }
    if ((bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).getShort(6) & 1) != 0) {
      throw new Refusal(Reason.ENCRYPTED, "zip");
    }
    return new ZipInspector(limits, depth).check(file, bytes);
  }

  private String check(Path file, ByteBuffer bytes) throws Refusal, IOException {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      if (zip.size() > limits.maxEntries()) {
        throw new Refusal(Reason.ZIP_BOMB, Map.of("entries", Integer.toString(zip.size())));
      }
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          checkEntry(zip, entry);
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      boolean directory = Signatures.endsAsZip(bytes);
      throw new Refusal(directory ? Reason.CORRUPT : Reason.TRUNCATED, "zip");
    }
    return decide();
  }

  private String decide() throws Refusal {
    if (!contentTypes.isEmpty()) {
      if (contentTypes.toLowerCase(Locale.ROOT).contains("macroenabled")
          || contentTypes.contains("ms-office.vbaProject")
          || contentTypes.contains("macrosheet")) {
        throw new Refusal(Reason.MACRO, "content type");
      }
      for (Map.Entry<String, String> type : OOXML.entrySet()) {
        if (contentTypes.contains(type.getKey())) {
          return type.getValue();
        }
      }
    }
    if (program) {
      throw new Refusal(Reason.EXECUTABLE, "archive of a program");
    }
    if (OPEN_DOCUMENT.contains(mimetype)) {
      if (encrypted) {
        throw new Refusal(Reason.ENCRYPTED, "opendocument");
      }
      return mimetype;
    }
    throw new Refusal(Reason.TYPE_NOT_ALLOWED, "zip");
  }

  private void checkEntry(ZipFile zip, ZipEntry entry) throws Refusal, IOException {
    String name = entry.getName().replace('\\', '/');
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith("vbaproject.bin")
        || lower.endsWith("vbadata.xml")
        || lower.contains("macrosheets/")
        || lower.contains("/activex/")
        || lower.startsWith("basic/")
        || lower.startsWith("scripts/")) {
      throw new Refusal(Reason.MACRO, "macro part");
    }
    if (lower.endsWith(".class")
        || lower.equals("meta-inf/manifest.mf")
        || lower.endsWith("classes.dex")
        || lower.equals("androidmanifest.xml")) {
      program = true;
    }
    boolean text =
        lower.equals("[content_types].xml")
            || lower.equals("mimetype")
            || lower.endsWith(".rels")
            || lower.equals("meta-inf/manifest.xml");
    byte[] head = new byte[text ? TEXT_LIMIT : 4096];
    int headLength;
    try (InputStream in = zip.getInputStream(entry)) {
      headLength = in.readNBytes(head, 0, head.length);
      count(headLength);
      byte[] rest = new byte[64 << 10];
      int read = in.read(rest);
      while (read >= 0) {
        count(read);
        read = in.read(rest);
      }
    }
    ByteBuffer start = ByteBuffer.wrap(head, 0, headLength).slice();
    if (Signatures.program(start, 0).isPresent() || Signatures.programName(name)) {
      throw new Refusal(Reason.EXECUTABLE, "embedded program");
    }
    if (text) {
      checkText(lower, new String(head, 0, headLength, StandardCharsets.UTF_8));
    } else if (OleInspector.matches(start) || ZipInspector.matches(start)) {
      checkNested(zip, entry);
    }
  }

  private void checkText(String name, String text) throws Refusal {
    switch (name) {
      case "[content_types].xml" -> contentTypes = text;
      case "mimetype" -> mimetype = text.strip();
      case "meta-inf/manifest.xml" -> encrypted = text.contains("encryption-data");
      default -> {
        if (REMOTE_TEMPLATE.matcher(text).find()) {
          throw new Refusal(Reason.MACRO, "remote template");
        }
      }
    }
  }

  private void checkNested(ZipFile zip, ZipEntry entry) throws Refusal, IOException {
    Path copy = Files.createTempFile("nested", ".part");
    try {
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      FileInspector.checkEmbedded(copy, limits, depth + 1);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private void count(int bytes) throws Refusal {
    inflated += bytes;
    if (inflated > limits.maxInflatedBytes()) {
      throw new Refusal(Reason.ZIP_BOMB, Map.of("limit", Long.toString(limits.maxInflatedBytes())));
    }
  }
}
