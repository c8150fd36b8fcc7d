package jp.tsunagaru.form.query;

import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Searches;

/**
 * FM-08: orders that end within {@link FormRow#WATCH_DAYS} days and are followed by none, of the
 * patients for whom the actor is 主治医 or 訪問看護, or for whom he signed. At most 50, the next end
 * first.
 */
@AllowedFor(Role.CARE_USER)
public record ListEndingOrders() implements Searches {
  @Override
  public Set<String> searchedKinds() {
    return Set.of("ENDING_ORDER");
  }

  @Override
  public String searchTerm() {
    return "";
  }
}
