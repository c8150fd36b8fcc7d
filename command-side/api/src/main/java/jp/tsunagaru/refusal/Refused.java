package jp.tsunagaru.refusal;

import java.util.Map;
import org.axonframework.common.AxonNonTransientException;

/**
 * A known refusal. The message holds the code only: parameters may be shown to the user who caused
 * the refusal but never reach a log.
 */
public final class Refused extends AxonNonTransientException {
  private final RefusalCode code;
  private final transient Map<String, String> parameters;

  public Refused(RefusalCode code, Map<String, String> parameters) {
    super(code.name());
    this.code = code;
    this.parameters = Map.copyOf(parameters);
  }

  public Refused(RefusalCode code) {
    this(code, Map.of());
  }

  public static Refused field(RefusalCode code, String field) {
    return new Refused(code, Map.of("field", field));
  }

  public RefusalCode code() {
    return code;
  }

  public Map<String, String> parameters() {
    return parameters;
  }
}
