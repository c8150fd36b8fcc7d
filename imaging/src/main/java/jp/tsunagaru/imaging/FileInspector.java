package jp.tsunagaru.imaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import jp.tsunagaru.imaging.dicom.DicomFile;
import jp.tsunagaru.imaging.dicom.DicomUnsupportedException;

/**
 * Decides by content whether a file may be stored.
 *
 * <p>Accepted are JPEG, PNG, HEIC, PDF, DICOM part 10, Office documents and plain text. Refused are
 * all other types, programs and scripts under any name, documents with macros, scripts or launch
 * actions, two formats in one file, truncated or corrupt files, files that need a password, and
 * files over the {@link Limits}. Pictures are not decoded; their headers and structure are checked.
 * A DICOM file that cannot be rendered here is accepted, as it can still be downloaded.
 *
 * <p>Looking into PDF and Office documents runs library code on hostile input; {@link
 * jp.tsunagaru.imaging.worker.ConversionWorkers#inspect} does the same in a process of its own.
 */
public final class FileInspector {
  private static final int MAX_DEPTH = 3;

  private FileInspector() {}

  /**
   * Inspects a file.
   *
   * @param originalName the name it was uploaded with; decides only between kinds of text and
   *     refuses names under which a system would run the content
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Inspection inspect(Path file, String originalName, Limits limits) {
    try {
      return inspect(file, originalName, limits, 0);
    } catch (Refusal e) {
      return new Inspection.Rejected(e.reason(), e.details());
    } catch (RuntimeException e) {
      // Fails closed: what confuses the inspection is not let in.
      return new Inspection.Rejected(Reason.CORRUPT, Map.of("error", e.getClass().getSimpleName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses a file inside another only if it is dangerous. */
  static void checkEmbedded(Path file, Limits limits, int depth) throws Refusal, IOException {
    if (depth > MAX_DEPTH) {
      throw new Refusal(Reason.ZIP_BOMB, "nested too deeply");
    }
    try {
      inspect(file, "embedded.bin", limits, depth);
    } catch (Refusal e) {
      switch (e.reason()) {
        case EXECUTABLE, MACRO, POLYGLOT, ZIP_BOMB -> throw e;
        default -> {
          // Harmless in a document.
        }
      }
    }
  }

  private static Inspection.Accepted inspect(Path file, String name, Limits limits, int depth)
      throws Refusal, IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        Arena arena = Arena.ofConfined()) {
      long size = channel.size();
      if (size == 0) {
        throw new Refusal(Reason.EMPTY, Map.of());
      }
      if (size > Math.min(limits.maxBytes(), Integer.MAX_VALUE - 16) && depth == 0) {
        throw new Refusal(
            Reason.TOO_LARGE,
            Map.of("bytes", Long.toString(size), "limit", Long.toString(limits.maxBytes())));
      }
      if (size > Integer.MAX_VALUE - 16) {
        throw new Refusal(Reason.ZIP_BOMB, "embedded file");
      }
      ByteBuffer bytes =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, size, arena)
              .asByteBuffer()
              .order(ByteOrder.BIG_ENDIAN);
      Inspection.Accepted accepted = inspect(file, bytes, name, limits, depth);
      checkName(accepted.kind(), name);
      return accepted;
    }
  }

  private static Inspection.Accepted inspect(
      Path file, ByteBuffer bytes, String name, Limits limits, int depth)
      throws Refusal, IOException {
    Optional<String> program = Signatures.program(bytes, 0);
    boolean dicom = DicomFile.matches(bytes);
    if (program.isPresent()) {
      throw new Refusal(dicom ? Reason.POLYGLOT : Reason.EXECUTABLE, program.get());
    }
    if (dicom) {
      return dicom(bytes, limits);
    }
    if (JpegStructure.matches(bytes)) {
      Signatures.checkTail(bytes, JpegStructure.read(bytes, limits).end());
      return accepted(MediaKind.JPEG, "image/jpeg", 1);
    }
    if (PngStructure.matches(bytes)) {
      Signatures.checkTail(bytes, PngStructure.read(bytes, limits).end());
      return accepted(MediaKind.PNG, "image/png", 1);
    }
    if (PdfInspector.matches(bytes)) {
      return accepted(
          MediaKind.PDF, "application/pdf", PdfInspector.check(file, bytes, limits, depth));
    }
    if (HeicInspector.matches(bytes)) {
      Signatures.checkTail(bytes, HeicInspector.check(bytes, limits));
      return accepted(MediaKind.HEIC, "image/heic", 1);
    }
    if (OleInspector.matches(bytes)) {
      String mediaType = OleInspector.check(bytes);
      if (Signatures.endsAsZip(bytes)) {
        throw new Refusal(Reason.POLYGLOT, "zip");
      }
      return accepted(MediaKind.OFFICE, mediaType, 1);
    }
    if (ZipInspector.matches(bytes)) {
      return accepted(MediaKind.OFFICE, ZipInspector.check(file, bytes, limits, depth), 1);
    }
    if (Signatures.endsAsZip(bytes)) {
      throw new Refusal(Reason.POLYGLOT, "zip");
    }
    return accepted(MediaKind.TEXT, TextInspector.check(bytes, name), 1);
  }

  private static Inspection.Accepted dicom(ByteBuffer bytes, Limits limits) throws Refusal {
    checkPreamble(bytes);
    if (Signatures.endsAsZip(bytes)) {
      throw new Refusal(Reason.POLYGLOT, "zip");
    }
    DicomFile dicom;
    int frames;
    try {
      dicom = DicomFile.read(bytes);
      frames = dicom.frames();
      if (frames > 0) {
        Signatures.checkPixels(dicom.columns(), dicom.rows(), limits);
      }
      dicom.checkComplete();
    } catch (DicomUnsupportedException e) {
      throw new Refusal(DicomReasons.of(e), e.details());
    }
    if (dicom.encapsulatedDocument().isPresent()
        && Signatures.program(dicom.encapsulatedDocument().get(), 0).isPresent()) {
      throw new Refusal(Reason.EXECUTABLE, "embedded program");
    }
    DicomPatient patient =
        new DicomPatient(dicom.patientName(), dicom.patientId(), dicom.patientBirthDate());
    return new Inspection.Accepted(
        MediaKind.DICOM, "application/dicom", frames, Optional.of(patient));
  }

  /** The 128 bytes before the magic word may be empty or a TIFF header, but nothing that runs. */
  private static void checkPreamble(ByteBuffer bytes) throws Refusal {
    if (ZipInspector.matches(bytes)
        || PdfInspector.matches(bytes)
        || JpegStructure.matches(bytes)) {
      throw new Refusal(Reason.POLYGLOT, "preamble");
    }
    if (Signatures.markup(bytes, 0, 128)) {
      throw new Refusal(Reason.POLYGLOT, "markup");
    }
    String start = Signatures.latin1(bytes, 0, 16).stripLeading();
    if (start.startsWith("@") || start.startsWith("<") || start.startsWith("%PDF")) {
      throw new Refusal(Reason.POLYGLOT, "preamble");
    }
  }

  private static void checkName(MediaKind kind, String name) throws Refusal {
    if (Signatures.programName(name) || Signatures.markupName(name) || Signatures.macroName(name)) {
      throw new Refusal(Reason.NAME_MISMATCH, Map.of("content", kind.name(), "what", "extension"));
    }
  }

  private static Inspection.Accepted accepted(MediaKind kind, String mediaType, int pages) {
    return new Inspection.Accepted(kind, mediaType, pages, Optional.empty());
  }
}
