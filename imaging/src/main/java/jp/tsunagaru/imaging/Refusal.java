package jp.tsunagaru.imaging;

import java.util.Map;

/** Ends an inspection or a rendering with a reason. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient Map<String, String> details;

  Refusal(Reason reason, Map<String, String> details) {
    super(reason + " " + details, null, false, false);
    this.reason = reason;
    this.details = Map.copyOf(details);
  }

  Refusal(Reason reason, String what) {
    this(reason, Map.of("what", what));
  }

  Reason reason() {
    return reason;
  }

  Map<String, String> details() {
    return details;
  }
}
