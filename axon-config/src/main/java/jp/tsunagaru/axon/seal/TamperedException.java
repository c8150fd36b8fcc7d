package jp.tsunagaru.axon.seal;

/** Sealed bytes were changed, or belong to somebody else: nothing is shown then (第39条1項8号). */
public final class TamperedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  TamperedException(String message, Throwable cause) {
    super(message, cause);
  }
}
