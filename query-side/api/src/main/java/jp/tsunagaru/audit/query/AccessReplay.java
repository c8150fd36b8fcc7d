package jp.tsunagaru.audit.query;

import java.util.List;
import jp.tsunagaru.access.Counted;

/** @param total steps in the whole period; {@code last} is the position of the last step here */
public record AccessReplay(List<AccessStep> steps, long last, boolean more, int total) implements Counted {
  @Override
  public int results() {
    return steps.size();
  }
}
