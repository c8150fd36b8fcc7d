package jp.tsunagaru.axon.proof;

/** Hashes that were kept are gone. */
final class IncompleteLogException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  IncompleteLogException(String log) {
    super("hashes of the log " + log + " are missing");
  }
}
