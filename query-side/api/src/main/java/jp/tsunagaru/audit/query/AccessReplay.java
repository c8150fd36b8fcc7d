package jp.tsunagaru.audit.query;

import java.util.List;
import jp.tsunagaru.access.Counted;

/**
 * @param total steps in the whole period
 * @param density steps in each of {@link #PARTS} equal parts of the whole period
 */
public record AccessReplay(List<AccessStep> steps, boolean more, int total, List<Integer> density)
    implements Counted {
  public static final int PARTS = 60;

  @Override
  public int results() {
    return steps.size();
  }
}
