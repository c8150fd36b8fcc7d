package jp.tsunagaru.imaging.dicom;

import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOException;

/** A DICOM file that is not rendered, with a precise reason. */
public final class DicomUnsupportedException extends IIOException {
  private static final long serialVersionUID = 1L;

  /** The reason. */
  public enum Code {
    NOT_DICOM,
    TRUNCATED,
    CORRUPT,
    NO_PIXEL_DATA,
    /** Details {@code syntax}, {@code codec} or {@code what} name the reason. */
    UNSUPPORTED_SYNTAX,
    VIDEO,
    PIXEL_BOMB,
    ZIP_BOMB,
    NO_SUCH_FRAME,
    /** The thread was interrupted while a decoder was at work. */
    INTERRUPTED
  }

  private final Code code;
  private final transient Map<String, String> details;

  DicomUnsupportedException(Code code, Map<String, String> details) {
    super(code + " " + details);
    this.code = code;
    this.details = Map.copyOf(details);
  }

  DicomUnsupportedException(Code code, String what) {
    this(code, Map.of("what", what));
  }

  static DicomUnsupportedException corrupt(String what) {
    return new DicomUnsupportedException(Code.CORRUPT, what);
  }

  static DicomUnsupportedException truncated(String what) {
    return new DicomUnsupportedException(Code.TRUNCATED, what);
  }

  static DicomUnsupportedException unsupported(String what) {
    return new DicomUnsupportedException(Code.UNSUPPORTED_SYNTAX, what);
  }

  DicomUnsupportedException with(String key, String value) {
    Map<String, String> more = new HashMap<>(details);
    more.put(key, value);
    return new DicomUnsupportedException(code, more);
  }

  public Code code() {
    return code;
  }

  /** Particulars, free of the file's own content. */
  public Map<String, String> details() {
    return details;
  }
}
