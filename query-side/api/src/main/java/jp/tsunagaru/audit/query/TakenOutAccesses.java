package jp.tsunagaru.audit.query;

import java.util.List;
import jp.tsunagaru.access.Counted;
import org.jspecify.annotations.Nullable;

/**
 * @param next where the next part begins, null when this is the last
 */
public record TakenOutAccesses(List<Taken> accesses, @Nullable AccessCursor next)
    implements Counted {

  /**
   * @param loginId what the account is called at the sign-in; blank where it is not known
   * @param seconds how long the session was that ended (C-08), -1 for everything else
   */
  public record Taken(AccessStep step, String loginId, String facilityId, long seconds) {}

  @Override
  public int results() {
    return accesses.size();
  }
}
