package jp.tsunagaru.operation.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;

/**
 * Every control of the guidelines that software can answer, measured now or over a period; without
 * any personal data. Recorded.
 */
@AllowedFor({Role.CITY_OPERATOR, Role.CITY_AUDITOR, Role.COUNCIL})
public record GetCompliance(Instant from, Instant to) implements AuditRead {
  @Override
  public String scopeCode() {
    return "COMPLIANCE";
  }

  @Override
  public String scopeId() {
    return "";
  }
}
