package jp.tsunagaru.audit.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;

/**
 * Replays the access history from the event store itself, in order (article 35ff., C-08). Recorded
 * like any other read.
 *
 * @param id patient, account or facility
 * @param after position of the last step known, 0 for the beginning
 * @param limit 1 to 500 steps
 */
@AllowedFor(Role.CITY_AUDITOR)
public record ReplayAccess(
    AuditScope scope, String id, Instant from, Instant to, long after, int limit)
    implements AuditRead {
  @Override
  public String scopeCode() {
    return scope.name();
  }

  @Override
  public String scopeId() {
    return id;
  }
}
