package jp.tsunagaru.operation.query;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.access.Counted;

/**
 * @param heads the last signed head of each log, as the verifier reads it
 */
public record Compliance(Instant at, List<Control> controls, List<String> heads)
    implements Counted {
  @Override
  public int results() {
    return controls.size();
  }
}
