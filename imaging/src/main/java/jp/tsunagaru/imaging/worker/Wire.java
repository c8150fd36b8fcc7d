package jp.tsunagaru.imaging.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import jp.tsunagaru.imaging.DicomPatient;
import jp.tsunagaru.imaging.Inspection;
import jp.tsunagaru.imaging.Limits;
import jp.tsunagaru.imaging.MediaKind;
import jp.tsunagaru.imaging.PictureFacts;
import jp.tsunagaru.imaging.Reason;
import jp.tsunagaru.imaging.RenderOptions;
import jp.tsunagaru.imaging.RenderOutcome;
import jp.tsunagaru.imaging.RenderRefused;
import jp.tsunagaru.imaging.Rendered;

/** Messages between the parent and a worker: a 4-byte length, then the content. */
final class Wire {
  private static final int MAX_MESSAGE = 1 << 20;
  private static final int MAX_TEXT = 16_000;
  private static final int RENDER = 1;
  private static final int INSPECT = 2;
  private static final int DESCRIBE = 3;
  private static final byte[] HELLO = {'t', 's', 'u', 'n', 'a', 1};

  private Wire() {}

  /** What a worker is asked. */
  sealed interface Request {}

  /** Render a file. */
  record RenderRequest(ConversionJob job) implements Request {}

  /** Inspect a file. */
  record InspectRequest(Path file, String originalName, Limits limits) implements Request {}

  /** Say what a viewer has to know. */
  record DescribeRequest(Path file) implements Request {}

  @FunctionalInterface
  private interface Body {
    void writeTo(DataOutputStream out) throws IOException;
  }

  static byte[] hello() {
    return HELLO.clone();
  }

  static void send(DataOutputStream out, byte[] message) throws IOException {
    out.writeInt(message.length);
    out.write(message);
    out.flush();
  }

  static byte[] receive(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 1 || length > MAX_MESSAGE) {
      throw new EOFException("A message of the wrong length");
    }
    byte[] message = new byte[length];
    in.readFully(message);
    return message;
  }

  static byte[] encode(Request request) throws IOException {
    return bytes(out -> {
      switch (request) {
        case RenderRequest(ConversionJob job) -> {
          out.writeByte(RENDER);
          out.writeUTF(job.input().toAbsolutePath().toString());
          out.writeUTF(job.kind().name());
          out.writeUTF(job.outDir().toAbsolutePath().toString());
          writeOptions(out, job.options());
        }
        case InspectRequest(Path file, String name, Limits limits) -> {
          out.writeByte(INSPECT);
          out.writeUTF(file.toAbsolutePath().toString());
          out.writeUTF(shorten(name));
          writeLimits(out, limits);
        }
        case DescribeRequest(Path file) -> {
          out.writeByte(DESCRIBE);
          out.writeUTF(file.toAbsolutePath().toString());
        }
      }
    });
  }

  static Request decodeRequest(byte[] message) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(message));
    int type = in.readByte();
    if (type == RENDER) {
      Path input = Path.of(in.readUTF());
      MediaKind kind = MediaKind.valueOf(in.readUTF());
      Path outDir = Path.of(in.readUTF());
      return new RenderRequest(new ConversionJob(input, kind, outDir, readOptions(in)));
    }
    if (type == INSPECT) {
      return new InspectRequest(Path.of(in.readUTF()), in.readUTF(), readLimits(in));
    }
    if (type == DESCRIBE) {
      return new DescribeRequest(Path.of(in.readUTF()));
    }
    throw new IOException("An unknown request");
  }

  static byte[] encode(RenderOutcome outcome) throws IOException {
    return bytes(out -> {
      switch (outcome) {
        case Rendered rendered -> {
          out.writeByte(1);
          out.writeUTF(rendered.thumbnail().toString());
          out.writeUTF(rendered.display().toString());
          out.writeInt(rendered.width());
          out.writeInt(rendered.height());
          out.writeInt(rendered.page());
          out.writeInt(rendered.pages());
          out.writeBoolean(rendered.referenceMark());
        }
        case RenderRefused(Reason reason, Map<String, String> details) -> {
          out.writeByte(0);
          writeReason(out, reason, details);
        }
      }
    });
  }

  static RenderOutcome decodeOutcome(byte[] message) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(message));
    if (in.readByte() == 1) {
      return new Rendered(
          Path.of(in.readUTF()),
          Path.of(in.readUTF()),
          in.readInt(),
          in.readInt(),
          in.readInt(),
          in.readInt(),
          in.readBoolean());
    }
    return new RenderRefused(Reason.valueOf(in.readUTF()), readDetails(in));
  }

  static byte[] encode(Inspection inspection) throws IOException {
    return bytes(out -> {
      switch (inspection) {
        case Inspection.Accepted accepted -> {
          out.writeByte(1);
          out.writeUTF(accepted.kind().name());
          out.writeUTF(accepted.mediaType());
          out.writeInt(accepted.pages());
          out.writeBoolean(accepted.dicomPatient().isPresent());
          if (accepted.dicomPatient().isPresent()) {
            DicomPatient patient = accepted.dicomPatient().get();
            out.writeUTF(shorten(patient.name()));
            out.writeUTF(shorten(patient.patientId()));
            out.writeUTF(patient.birthDate().map(LocalDate::toString).orElse(""));
          }
        }
        case Inspection.Rejected(Reason reason, Map<String, String> details) -> {
          out.writeByte(0);
          writeReason(out, reason, details);
        }
      }
    });
  }

  static Inspection decodeInspection(byte[] message) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(message));
    if (in.readByte() == 1) {
      MediaKind kind = MediaKind.valueOf(in.readUTF());
      String mediaType = in.readUTF();
      int pages = in.readInt();
      Optional<DicomPatient> patient = Optional.empty();
      if (in.readBoolean()) {
        String name = in.readUTF();
        String id = in.readUTF();
        String birthDate = in.readUTF();
        patient =
            Optional.of(
                new DicomPatient(
                    name,
                    id,
                    birthDate.isEmpty()
                        ? Optional.empty()
                        : Optional.of(LocalDate.parse(birthDate))));
      }
      return new Inspection.Accepted(kind, mediaType, pages, patient);
    }
    return new Inspection.Rejected(Reason.valueOf(in.readUTF()), readDetails(in));
  }

  static byte[] encodeFacts(Optional<PictureFacts> facts) throws IOException {
    return bytes(out -> {
      out.writeBoolean(facts.isPresent());
      if (facts.isPresent()) {
        out.writeInt(facts.get().pages());
        out.writeBoolean(facts.get().gray());
        out.writeUTF(facts.get().modality());
        out.writeInt(facts.get().windows().size());
        for (PictureFacts.Window window : facts.get().windows()) {
          out.writeDouble(window.center());
          out.writeDouble(window.width());
        }
      }
    });
  }

  static Optional<PictureFacts> decodeFacts(byte[] message) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(message));
    if (!in.readBoolean()) {
      return Optional.empty();
    }
    int pages = in.readInt();
    boolean gray = in.readBoolean();
    String modality = in.readUTF();
    List<PictureFacts.Window> windows = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      windows.add(new PictureFacts.Window(in.readDouble(), in.readDouble()));
    }
    return Optional.of(new PictureFacts(pages, gray, modality, windows));
  }

  private static void writeOptions(DataOutputStream out, RenderOptions options) throws IOException {
    out.writeInt(options.page().orElse(Integer.MIN_VALUE));
    boolean window = options.windowCenter().isPresent() && options.windowWidth().isPresent();
    out.writeBoolean(window);
    out.writeDouble(options.windowCenter().orElse(0));
    out.writeDouble(options.windowWidth().orElse(0));
    writeLimits(out, options.limits());
  }

  private static RenderOptions readOptions(DataInputStream in) throws IOException {
    int page = in.readInt();
    boolean window = in.readBoolean();
    double center = in.readDouble();
    double width = in.readDouble();
    return new RenderOptions(
        page == Integer.MIN_VALUE ? OptionalInt.empty() : OptionalInt.of(page),
        window ? OptionalDouble.of(center) : OptionalDouble.empty(),
        window ? OptionalDouble.of(width) : OptionalDouble.empty(),
        readLimits(in));
  }

  private static void writeLimits(DataOutputStream out, Limits limits) throws IOException {
    out.writeLong(limits.maxBytes());
    out.writeLong(limits.maxPixels());
    out.writeInt(limits.maxPdfPages());
    out.writeLong(limits.maxInflatedBytes());
    out.writeInt(limits.maxEntries());
  }

  private static Limits readLimits(DataInputStream in) throws IOException {
    return new Limits(in.readLong(), in.readLong(), in.readInt(), in.readLong(), in.readInt());
  }

  private static void writeReason(DataOutputStream out, Reason reason, Map<String, String> details)
      throws IOException {
    out.writeUTF(reason.name());
    out.writeInt(details.size());
    for (Map.Entry<String, String> entry : details.entrySet()) {
      out.writeUTF(shorten(entry.getKey()));
      out.writeUTF(shorten(entry.getValue()));
    }
  }

  private static Map<String, String> readDetails(DataInputStream in) throws IOException {
    Map<String, String> details = new TreeMap<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      String key = in.readUTF();
      details.put(key, in.readUTF());
    }
    return details;
  }

  private static String shorten(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }

  private static byte[] bytes(Body body) throws IOException {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(buffer)) {
      body.writeTo(out);
    }
    return buffer.toByteArray();
  }
}
