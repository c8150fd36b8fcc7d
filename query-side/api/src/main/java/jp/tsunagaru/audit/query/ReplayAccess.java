package jp.tsunagaru.audit.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Replays the access history from the event store itself, in order (article 35ff., C-08). Recorded
 * like any other read.
 *
 * @param after the last step known, null for the beginning
 * @param limit 1 to 500 steps
 */
@AllowedFor(Role.CITY_AUDITOR)
public record ReplayAccess(AccessFilter filter, @Nullable AccessCursor after, int limit)
    implements AuditRead {
  @Override
  public String scopeCode() {
    return filter.scopeCode();
  }

  @Override
  public String scopeId() {
    return filter.scopeId();
  }

  @Override
  public Instant from() {
    return filter.from();
  }

  @Override
  public Instant to() {
    return filter.to();
  }
}
