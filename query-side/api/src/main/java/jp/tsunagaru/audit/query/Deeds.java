package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tsunagaru.access.Counted;

/**
 * @param more whether there was more than is told
 */
public record Deeds(List<Deed> deeds, boolean more) implements Counted {
  /**
   * @param change whether something was changed; {@code code} is then the name of the event, else
   *     that of the question
   * @param patient name, or the number of an erased one; blank when it was about nobody
   * @param result {@code ALLOWED} or the code of the refusal
   */
  public record Deed(
      Instant at,
      boolean change,
      String code,
      String patient,
      String result,
      Set<AccessMark> marks) {}

  @Override
  public int results() {
    return deeds.size();
  }
}
