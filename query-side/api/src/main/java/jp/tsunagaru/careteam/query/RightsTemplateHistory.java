package jp.tsunagaru.careteam.query;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Right;

/** Newest first. */
public record RightsTemplateHistory(List<Change> changes) {
  /**
   * @param reset whether what is built in came back
   */
  public record Change(int version, Set<Right> rights, boolean reset, String by, Instant at) {}
}
