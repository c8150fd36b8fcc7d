package jp.tsunagaru.imaging;

/** Why a file was refused or could not be rendered. */
public enum Reason {
  /** The file has no content. */
  EMPTY,
  /** The file is larger than the limit. */
  TOO_LARGE,
  /** The content is of no type on the allow list. */
  TYPE_NOT_ALLOWED,
  /** A program or script, or a document that carries one. */
  EXECUTABLE,
  /** A document with macros, scripts or launch actions. */
  MACRO,
  /** Two formats in one file. */
  POLYGLOT,
  /** The name announces something that the content is not, in a way that matters. */
  NAME_MISMATCH,
  /** The file ends too early. */
  TRUNCATED,
  /** The file contradicts its own format. */
  CORRUPT,
  /** More pixels than the limit. */
  PIXEL_BOMB,
  /** More content after decompression than the limit. */
  ZIP_BOMB,
  /** A password is needed. */
  ENCRYPTED,
  /** A DICOM object without a picture. */
  NO_PIXEL_DATA,
  /** A DICOM transfer syntax or pixel format that is not decoded here. */
  UNSUPPORTED_SYNTAX,
  /** A DICOM object with a film. */
  VIDEO,
  /** The requested page or frame does not exist or lies beyond the limit. */
  NO_SUCH_PAGE,
  /** This kind of file has no preview; it can be downloaded. */
  NO_PREVIEW,
  /** The work took longer than the limit and was stopped. */
  TIMED_OUT,
  /** The worker process ended during the work. */
  CRASHED,
  /** Too much work is queued, or the workers are shutting down; try again later. */
  BUSY
}
