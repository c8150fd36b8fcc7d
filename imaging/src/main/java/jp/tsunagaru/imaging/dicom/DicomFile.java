package jp.tsunagaru.imaging.dicom;

import static jp.tsunagaru.imaging.dicom.DicomUnsupportedException.corrupt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import jp.tsunagaru.imaging.PictureFacts;

/**
 * The header of a DICOM part 10 file and access to its frames.
 *
 * <p>Reading is bounded: 16 levels of nesting, two million elements, an eighth of the heap for
 * deflated files. Nothing is decoded before a frame is asked for.
 */
public final class DicomFile {
  private static final int MAX_FRAMES = 100_000;
  private static final int MAX_WINDOWS = 16;

  private final TransferSyntax syntax;
  private final DataSet data;
  private final Optional<Element> pixels;

  private DicomFile(TransferSyntax syntax, DataSet data) {
    this.syntax = syntax;
    this.data = data;
    this.pixels =
        data.element(Tags.PIXELS)
            .or(() -> data.element(Tags.FLOAT_PIXELS))
            .or(() -> data.element(Tags.DOUBLE_PIXELS))
            .filter(e -> e.encapsulated() || e.value().limit() > 0);
  }

  /** Whether the magic word stands behind the preamble. */
  public static boolean matches(ByteBuffer bytes) {
    return bytes.limit() >= 132
        && bytes.get(128) == 'D'
        && bytes.get(129) == 'I'
        && bytes.get(130) == 'C'
        && bytes.get(131) == 'M';
  }

  /**
   * Reads the header.
   *
   * @param bytes the whole file from index 0 to its limit; must stay readable
   * @throws DicomUnsupportedException if it is no DICOM file, truncated or corrupt
   */
  public static DicomFile read(ByteBuffer bytes) throws DicomUnsupportedException {
    if (!matches(bytes)) {
      throw new DicomUnsupportedException(
          DicomUnsupportedException.Code.NOT_DICOM, "magic word missing");
    }
    try {
      ByteBuffer view = bytes.slice(0, bytes.limit());
      DataSetParser parser = new DataSetParser(view, 132);
      TransferSyntax syntax = TransferSyntax.of(parser.meta().text(Tags.TRANSFER_SYNTAX));
      if (syntax.deflated()) {
        byte[] inflated = Inflation.inflate(view, parser.position(), Inflation.limit(), true);
        parser = new DataSetParser(ByteBuffer.wrap(inflated), 0);
      }
      return new DicomFile(syntax, parser.dataSet(syntax.explicit(), syntax.order()));
    } catch (IndexOutOfBoundsException e) {
      throw DicomUnsupportedException.truncated("header");
    }
  }

  /** Frames, 0 without pixel data. */
  public int frames() throws DicomUnsupportedException {
    if (pixels.isEmpty()) {
      return 0;
    }
    double frames = data.number(Tags.FRAMES, 0).orElse(1);
    if (frames > MAX_FRAMES) {
      throw new DicomUnsupportedException(
          DicomUnsupportedException.Code.PIXEL_BOMB,
          Map.of("frames", Long.toString((long) frames)));
    }
    return Math.max(1, (int) frames);
  }

  public int rows() {
    return data.unsigned(Tags.ROWS, 0);
  }

  public int columns() {
    return data.unsigned(Tags.COLUMNS, 0);
  }

  /** The frame that stands for the file, counted from 1: the declared one, else the middle one. */
  public int representativeFrame() throws DicomUnsupportedException {
    int frames = frames();
    int declared = data.unsigned(Tags.REPRESENTATIVE_FRAME, 0);
    return declared >= 1 && declared <= frames ? declared : frames / 2 + (frames % 2);
  }

  /**
   * Width of a pixel divided by its height, 1 when unknown.
   *
   * @param frame counted from 0
   */
  public double pixelAspect(int frame) {
    FrameAttributes attributes = new FrameAttributes(data, frame);
    for (int tag : new int[] {Tags.PIXEL_SPACING, Tags.IMAGER_PIXEL_SPACING, Tags.ASPECT_RATIO}) {
      OptionalDouble vertical = attributes.number(Tags.PIXEL_MEASURES, tag, 0);
      OptionalDouble horizontal = attributes.number(Tags.PIXEL_MEASURES, tag, 1);
      if (vertical.isPresent()
          && horizontal.isPresent()
          && vertical.getAsDouble() > 0
          && horizontal.getAsDouble() > 0) {
        double aspect = horizontal.getAsDouble() / vertical.getAsDouble();
        return aspect >= 0.05 && aspect <= 20 ? aspect : 1;
      }
    }
    return 1;
  }

  /** The registered identifier of how the pixels are coded. */
  public String transferSyntax() {
    return syntax.uid();
  }

  /** Whether the picture is one of grey levels, which windows apply to. */
  public boolean gray() {
    return data.unsigned(Tags.SAMPLES_PER_PIXEL, 1) == 1
        && !data.text(Tags.PHOTOMETRIC).equalsIgnoreCase("PALETTE COLOR")
        && data.unsigned(Tags.BITS_STORED, 16) > 1;
  }

  /**
   * Such as {@code CT}; empty when it is not the code of two to four capitals that it should be.
   */
  public String modality() {
    String code = data.text(Tags.MODALITY);
    return code.matches("[A-Z]{2,4}") ? code : "";
  }

  /**
   * The windows that the file names.
   *
   * @param frame counted from 0
   */
  public List<PictureFacts.Window> valueWindows(int frame) {
    Optional<DataSet> holder =
        new FrameAttributes(data, frame).holder(Tags.FRAME_VOI, Tags.WINDOW_CENTER);
    List<PictureFacts.Window> windows = new ArrayList<>();
    for (int i = 0; i < MAX_WINDOWS && holder.isPresent(); i++) {
      OptionalDouble center = holder.get().number(Tags.WINDOW_CENTER, i);
      OptionalDouble width = holder.get().number(Tags.WINDOW_WIDTH, i);
      if (center.isEmpty() || width.isEmpty()) {
        break;
      }
      if (width.getAsDouble() > 0) {
        windows.add(new PictureFacts.Window(center.getAsDouble(), width.getAsDouble()));
      }
    }
    return windows;
  }

  /** PatientName decoded by the declared character set, empty when absent. */
  public String patientName() {
    return text(Tags.PATIENT_NAME);
  }

  /** PatientID, empty when absent. */
  public String patientId() {
    return text(Tags.PATIENT_ID);
  }

  /** PatientBirthDate. */
  public Optional<LocalDate> patientBirthDate() {
    String text = data.text(Tags.PATIENT_BIRTH_DATE).replace(".", "");
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A document inside the file, such as a PDF. */
  public Optional<ByteBuffer> encapsulatedDocument() {
    return data.value(Tags.ENCAPSULATED_DOCUMENT);
  }

  /**
   * Checks that the pixel data has the length that the header announces.
   *
   * @throws DicomUnsupportedException if it is shorter
   */
  public void checkComplete() throws DicomUnsupportedException {
    if (pixels.isEmpty() || pixels.get().encapsulated()) {
      return;
    }
    PixelFormat format;
    try {
      format = PixelFormat.of(data);
    } catch (DicomUnsupportedException e) {
      if (e.code() == DicomUnsupportedException.Code.UNSUPPORTED_SYNTAX) {
        return;
      }
      throw e;
    }
    if (syntax.pixels() == TransferSyntax.Coding.NATIVE
        && (format.nativeFrameBits() * frames() + 7) / 8 > pixels.get().value().limit()) {
      throw DicomUnsupportedException.truncated("pixel data");
    }
  }

  /** Checks everything that can be checked before a frame is decoded. */
  PixelFormat format(long maxPixels) throws DicomUnsupportedException {
    if (pixels.isEmpty()) {
      throw new DicomUnsupportedException(DicomUnsupportedException.Code.NO_PIXEL_DATA, Map.of());
    }
    if (syntax.pixels() != TransferSyntax.Coding.NATIVE) {
      FrameCodecs.of(syntax);
    }
    PixelFormat format = PixelFormat.of(data);
    long values = format.pixels() * format.samples();
    if (format.pixels() > maxPixels || values * format.allocated() / 8 > Integer.MAX_VALUE - 64) {
      throw new DicomUnsupportedException(
          DicomUnsupportedException.Code.PIXEL_BOMB,
          Map.of(
              "width", Integer.toString(format.columns()),
              "height", Integer.toString(format.rows()),
              "limit", Long.toString(maxPixels)));
    }
    return format;
  }

  Frame decode(PixelFormat format, int index) throws IOException {
    if (index < 0 || index >= frames()) {
      throw new DicomUnsupportedException(
          DicomUnsupportedException.Code.NO_SUCH_FRAME,
          Map.of("frame", Integer.toString(index + 1), "frames", Integer.toString(frames())));
    }
    Element element = pixels.orElseThrow();
    try {
      if (!element.encapsulated()) {
        return NativeFrames.frame(element, format, index, syntax.order());
      }
      if (syntax.pixels() == TransferSyntax.Coding.NATIVE) {
        throw corrupt("encapsulated pixel data in an uncompressed syntax");
      }
      return FrameCodecs.of(syntax).decode(codeStream(index), format);
    } catch (DicomUnsupportedException e) {
      throw e.code() == DicomUnsupportedException.Code.UNSUPPORTED_SYNTAX
          ? e.with("syntax", syntax.uid())
          : e;
    } catch (IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException e) {
      throw corrupt("pixel data");
    }
  }

  ByteBuffer codeStream(int index) throws DicomUnsupportedException {
    return new Fragments(data, pixels.orElseThrow(), frames()).frame(index);
  }

  DataSet data() {
    return data;
  }

  private String text(int tag) {
    String characterSet = data.text(Tags.CHARACTER_SET);
    return DicomText.decode(data.bytes(tag), characterSet).replace('\0', ' ').strip();
  }
}
