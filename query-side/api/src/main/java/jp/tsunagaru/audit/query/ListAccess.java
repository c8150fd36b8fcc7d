package jp.tsunagaru.audit.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * A page of the access history, newest first (C-08). Recorded like any other read.
 *
 * @param before the last row known, null for the first page
 * @param limit 1 to 200 rows
 */
@AllowedFor(Role.CITY_AUDITOR)
public record ListAccess(AccessFilter filter, @Nullable AccessCursor before, int limit)
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
