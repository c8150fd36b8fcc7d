package jp.tsunagaru.support.query;

import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Searches;

/**
 * Requests that wait for an answer of the actor or of his facility, and answers that wait for the
 * actor's decision (TM-09). At most 50, the next due day first.
 */
@AllowedFor(Role.CARE_USER)
public record ListSupportTasks() implements Searches {
  @Override
  public Set<String> searchedKinds() {
    return Set.of("SUPPORT_TASK");
  }

  @Override
  public String searchTerm() {
    return "";
  }
}
