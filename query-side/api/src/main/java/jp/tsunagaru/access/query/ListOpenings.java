package jp.tsunagaru.access.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;

/**
 * All openings of a period for the city, what waits for its review first; at most 500. It names
 * patients and is recorded.
 */
@AllowedFor({Role.CITY_OPERATOR, Role.CITY_AUDITOR})
public record ListOpenings(Instant from, Instant to) implements AuditRead {
  @Override
  public String scopeCode() {
    return "BREAK_GLASS";
  }

  @Override
  public String scopeId() {
    return "";
  }
}
