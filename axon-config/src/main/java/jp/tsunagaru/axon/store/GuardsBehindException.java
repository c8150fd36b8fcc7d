package jp.tsunagaru.axon.store;

/** An earlier command's end is uncertain and its guard rows are not settled yet: try again. */
public final class GuardsBehindException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  GuardsBehindException() {
    super("the guard tables are being compared with the event store");
  }
}
