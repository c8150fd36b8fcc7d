package jp.tsunagaru.audit.query;

import java.util.List;
import jp.tsunagaru.access.Counted;

/**
 * @param more whether older ones follow
 */
public record AccessPage(List<AccessStep> steps, boolean more) implements Counted {
  @Override
  public int results() {
    return steps.size();
  }
}
