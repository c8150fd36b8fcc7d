package jp.tsunagaru.audit.query;

import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.Searches;

/**
 * Whom or what an audit is about: patients and users by name or id, facilities by name. At most 50.
 */
@AllowedFor(Role.CITY_AUDITOR)
public record FindAuditSubjects(AuditScope scope, String text) implements Searches {
  @Override
  public Set<String> searchedKinds() {
    return Set.of(scope.name());
  }

  @Override
  public String searchTerm() {
    return text;
  }
}
