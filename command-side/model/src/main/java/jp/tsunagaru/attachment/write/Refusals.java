package jp.tsunagaru.attachment.write;

import java.util.Optional;
import jp.tsunagaru.imaging.Reason;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Tells refusals from accidents. */
final class Refusals {
  private Refusals() {}

  static RefusalCode of(Reason reason) {
    return switch (reason) {
      case EMPTY -> RefusalCode.FILE_EMPTY;
      case TOO_LARGE -> RefusalCode.FILE_TOO_LARGE;
      case EXECUTABLE -> RefusalCode.FILE_EXECUTABLE;
      case MACRO -> RefusalCode.FILE_MACRO;
      case POLYGLOT -> RefusalCode.FILE_POLYGLOT;
      case TRUNCATED -> RefusalCode.FILE_TRUNCATED;
      case PIXEL_BOMB -> RefusalCode.FILE_PIXEL_BOMB;
      case ZIP_BOMB -> RefusalCode.FILE_ZIP_BOMB;
      case ENCRYPTED -> RefusalCode.FILE_ENCRYPTED;
      // A file that brings the inspection down is none to keep.
      case CORRUPT, TIMED_OUT, CRASHED -> RefusalCode.FILE_CORRUPT;
      case TYPE_NOT_ALLOWED,
          NAME_MISMATCH,
          NO_PIXEL_DATA,
          UNSUPPORTED_SYNTAX,
          VIDEO,
          NO_SUCH_PAGE,
          NO_PREVIEW ->
          RefusalCode.FILE_TYPE;
      case BUSY -> RefusalCode.UNAVAILABLE;
    };
  }

  /** A refusal, however deeply a bus wrapped it. */
  static Optional<Refused> in(@Nullable Throwable problem) {
    Throwable cause = problem;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (cause instanceof Refused refused) {
        return Optional.of(refused);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
