package jp.tsunagaru.imaging;

/** What a file is, told from its content and never from its name. */
public enum MediaKind {
  JPEG,
  PNG,
  /** Kept and offered for download; no picture is rendered from it. */
  HEIC,
  PDF,
  /** DICOM part 10, with or without pixel data. */
  DICOM,
  /** Word, Excel, PowerPoint (OOXML or OLE2) and OpenDocument, always without macros. */
  OFFICE,
  /** Plain text, such as notes and CSV. */
  TEXT
}
