package jp.tsunagaru.attachment;

/** What a file is, by its content. */
public enum FileKind {
  JPEG,
  PNG,
  HEIC,
  PDF,
  DICOM,
  OFFICE,
  TEXT
}
