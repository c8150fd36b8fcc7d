package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.util.List;
import jp.tsunagaru.access.Counted;

/**
 * @param viewers whoever looked last comes first
 * @param refused how many tries were refused in the period
 * @param complete false when there were more accesses than are told together: the latest are
 */
public record PatientViewers(List<Viewer> viewers, int refused, boolean complete)
    implements Counted {
  /**
   * @param accountId for the way on to the single accesses
   * @param grounds different ones only, the latest first
   */
  public record Viewer(
      String accountId,
      String name,
      String facility,
      String profession,
      int accesses,
      int taken,
      Instant first,
      Instant last,
      List<Ground> grounds) {}

  @Override
  public int results() {
    return viewers.size();
  }
}
