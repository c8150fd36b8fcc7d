package jp.tsunagaru.operation.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.PrintPurpose;
import jp.tsunagaru.access.Role;

/** The same for a monthly report on paper; recorded as a print. */
@AllowedFor({Role.CITY_OPERATOR, Role.CITY_AUDITOR, Role.COUNCIL})
public record PrintCompliance(Instant from, Instant to, PrintPurpose purpose) implements AuditRead {
  @Override
  public String scopeCode() {
    return "COMPLIANCE_PRINT";
  }

  @Override
  public String scopeId() {
    return "";
  }

  @Override
  public String purposeCode() {
    return purpose.name();
  }
}
