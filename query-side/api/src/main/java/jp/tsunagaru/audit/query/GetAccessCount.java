package jp.tsunagaru.audit.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;

/** How many accesses a file would hold; counted up to one more than the most. */
@AllowedFor(Role.CITY_AUDITOR)
public record GetAccessCount(AccessFilter filter) implements AuditRead {
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
