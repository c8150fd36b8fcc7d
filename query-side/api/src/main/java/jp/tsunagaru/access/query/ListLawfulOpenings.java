package jp.tsunagaru.access.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;

/**
 * All that the city asked for and opened on a lawful ground in a period, what waits for the second
 * person first; at most 500. It names patients and is recorded.
 */
@AllowedFor({Role.CITY_OPERATOR, Role.CITY_AUDITOR})
public record ListLawfulOpenings(Instant from, Instant to) implements AuditRead {
  @Override
  public String scopeCode() {
    return "LAWFUL_OPENING";
  }

  @Override
  public String scopeId() {
    return "";
  }
}
