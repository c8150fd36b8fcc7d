package jp.tsunagaru.axon.seal;

/** Something new was to be sealed for a subject whose data was erased for good. */
public final class KeyDestroyedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  KeyDestroyedException(String message) {
    super(message);
  }
}
