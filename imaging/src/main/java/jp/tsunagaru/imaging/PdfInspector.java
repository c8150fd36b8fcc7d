package jp.tsunagaru.imaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Checks PDF files for scripts, launch actions, embedded programs and damage. */
final class PdfInspector {
  private static final int TAIL = 2048;
  private static final int MAX_STRUCTURE_STREAM = 64 << 20;
  private static final Set<COSName> SCRIPT_KEYS =
      Set.of(COSName.getPDFName("JavaScript"), COSName.getPDFName("JS"));
  private static final Set<String> REFUSED_ACTIONS =
      Set.of("JavaScript", "Launch", "ImportData", "Rendition", "Movie");
  private static final Set<String> REFUSED_ANNOTATIONS = Set.of("RichMedia", "Movie", "Screen");

  private final Limits limits;
  private final int depth;
  private long inflated;

  private PdfInspector(Limits limits, int depth) {
    this.limits = limits;
    this.depth = depth;
  }

  static boolean matches(ByteBuffer bytes) {
    return Signatures.ascii(bytes, 0, "%PDF-");
  }

  /** Returns the number of pages or refuses. */
  static int check(Path file, ByteBuffer bytes, Limits limits, int depth)
      throws Refusal, IOException {
    int end = lastEnd(bytes);
    Signatures.checkTail(bytes, end);
    return new PdfInspector(limits, depth).check(file, bytes);
  }

  private static int lastEnd(ByteBuffer bytes) throws Refusal {
    int lowest = Math.max(0, bytes.limit() - TAIL);
    for (int at = bytes.limit() - 5; at >= lowest; at--) {
      if (Signatures.ascii(bytes, at, "%%EOF")) {
        return at + 5;
      }
    }
    for (int at = lowest; at >= 0; at--) {
      if (Signatures.ascii(bytes, at, "%%EOF")) {
        Signatures.checkTail(bytes, at + 5);
        break;
      }
    }
    throw new Refusal(Reason.TRUNCATED, "pdf");
  }

  private int check(Path file, ByteBuffer bytes) throws Refusal, IOException {
    countInflated(bytes);
    try (PDDocument document =
        Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      walk(document.getDocument());
      int pages = document.getNumberOfPages();
      if (pages < 1) {
        throw new Refusal(Reason.CORRUPT, "no pages");
      }
      document.getPage(0).getCropBox();
      return pages;
    } catch (InvalidPasswordException e) {
      throw new Refusal(Reason.ENCRYPTED, "pdf");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new Refusal(
          Reason.CORRUPT, Map.of("what", "pdf", "error", e.getClass().getSimpleName()));
    }
  }

  private void walk(COSDocument document) throws Refusal, IOException {
    Deque<COSBase> open = new ArrayDeque<>();
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    open.add(document.getTrailer());
    for (COSObjectKey key : document.getXrefTable().keySet()) {
      open.add(document.getObjectFromPool(key));
    }
    int objects = 0;
    while (!open.isEmpty()) {
      COSBase base = open.poll();
      if (base instanceof COSObject reference) {
        base = reference.getObject();
      }
      if (base == null || !seen.add(base)) {
        continue;
      }
      if (++objects > limits.maxEntries() * 10L) {
        throw new Refusal(Reason.ZIP_BOMB, "objects");
      }
      switch (base) {
        case COSDictionary dictionary -> {
          checkDictionary(dictionary);
          dictionary.getValues().forEach(value -> addNested(open, value));
        }
        case COSArray array -> array.forEach(value -> addNested(open, value));
        default -> {
          // Scalars carry nothing.
        }
      }
    }
  }

  private static void addNested(Deque<COSBase> open, COSBase value) {
    if (value instanceof COSDictionary || value instanceof COSArray || value instanceof COSObject) {
      open.add(value);
    }
  }

  private void checkDictionary(COSDictionary dictionary) throws Refusal, IOException {
    for (COSName key : SCRIPT_KEYS) {
      if (dictionary.containsKey(key)) {
        throw new Refusal(Reason.MACRO, "JavaScript");
      }
    }
    String action = dictionary.getNameAsString(COSName.S, "");
    if (REFUSED_ACTIONS.contains(action)) {
      throw new Refusal(Reason.MACRO, action);
    }
    String subtype = dictionary.getNameAsString(COSName.SUBTYPE, "");
    if (REFUSED_ANNOTATIONS.contains(subtype)) {
      throw new Refusal(Reason.MACRO, subtype);
    }
    COSBase embedded = dictionary.getDictionaryObject(COSName.EF);
    if (embedded instanceof COSDictionary files) {
      for (COSName name : files.keySet()) {
        if (files.getDictionaryObject(name) instanceof COSStream stream) {
          checkEmbedded(stream, dictionary);
        }
      }
    }
    if (dictionary instanceof COSStream stream
        && "EmbeddedFile".equals(dictionary.getNameAsString(COSName.TYPE, ""))) {
      checkEmbedded(stream, dictionary);
    }
    checkForm(dictionary.getDictionaryObject(COSName.XFA));
  }

  private void checkForm(COSBase form) throws Refusal, IOException {
    switch (form) {
      case COSStream stream -> {
        byte[] text;
        try (InputStream in = stream.createInputStream()) {
          text = in.readNBytes(MAX_STRUCTURE_STREAM);
        }
        if (Signatures.markup(ByteBuffer.wrap(text), 0, text.length)) {
          throw new Refusal(Reason.MACRO, "form script");
        }
      }
      case COSArray array -> {
        for (int i = 0; i < array.size(); i++) {
          if (array.getObject(i) instanceof COSStream stream) {
            checkForm(stream);
          }
        }
      }
      case null, default -> {
        // No form.
      }
    }
  }

  private void checkEmbedded(COSStream stream, COSDictionary specification)
      throws Refusal, IOException {
    for (COSName key : Set.of(COSName.F, COSName.UF)) {
      String name = specification.getString(key, "");
      if (Signatures.programName(name)) {
        throw new Refusal(Reason.EXECUTABLE, "embedded program");
      }
      if (Signatures.macroName(name)) {
        throw new Refusal(Reason.MACRO, "embedded document");
      }
    }
    Path copy = Files.createTempFile("embedded", ".part");
    try {
      try (InputStream in = stream.createInputStream();
          OutputStream out = Files.newOutputStream(copy)) {
        byte[] buffer = new byte[64 << 10];
        int read = in.read(buffer);
        while (read >= 0) {
          count(read, limits.maxInflatedBytes());
          out.write(buffer, 0, read);
          read = in.read(buffer);
        }
      }
      FileInspector.checkEmbedded(copy, limits, depth + 1);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** Inflates every stream for counting only, before anything is given to the PDF library. */
  private void countInflated(ByteBuffer bytes) throws Refusal {
    int size = bytes.limit();
    int at = 0;
    while (at < size - 10) {
      if (bytes.get(at) != 's'
          || !Signatures.ascii(bytes, at, "stream")
          || (at >= 3 && Signatures.ascii(bytes, at - 3, "endstream"))) {
        at++;
        continue;
      }
      int start = at + 6;
      if (bytes.get(start) == '\r') {
        start++;
      }
      if (start < size && bytes.get(start) == '\n') {
        start++;
      }
      at = start;
      if (size - start > 2
          && (bytes.get(start) & 0x0F) == 8
          && (bytes.getShort(start) & 0xFFFF) % 31 == 0) {
        String before = Signatures.latin1(bytes, Math.max(0, start - 400), start);
        boolean structure = before.contains("ObjStm") || before.contains("/XRef");
        at = inflate(bytes, start, structure);
      }
    }
  }

  private int inflate(ByteBuffer bytes, int start, boolean structure) throws Refusal {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes.slice(start, bytes.limit() - start));
      byte[] out = new byte[64 << 10];
      long own = 0;
      while (!inflater.finished()) {
        int count = inflater.inflate(out);
        if (count == 0) {
          break;
        }
        own += count;
        if (structure && own > MAX_STRUCTURE_STREAM) {
          throw new Refusal(Reason.ZIP_BOMB, "object stream");
        }
        count(count, limits.maxInflatedBytes());
      }
      return start + (int) Math.max(1, inflater.getBytesRead());
    } catch (DataFormatException e) {
      return start + 1;
    } finally {
      inflater.end();
    }
  }

  private void count(long bytes, long limit) throws Refusal {
    inflated += bytes;
    if (inflated > limit) {
      throw new Refusal(Reason.ZIP_BOMB, Map.of("limit", Long.toString(limit)));
    }
  }
}
