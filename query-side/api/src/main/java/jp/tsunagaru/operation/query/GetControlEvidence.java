package jp.tsunagaru.operation.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/**
 * One measured control with the records that its light rests on. Who sits in the council gets
 * numbers only where the records are about persons. Recorded. The answer is {@link
 * ControlEvidence}; refuses {@code NOT_FOUND} for a control that no software measures.
 *
 * @param controlId such as {@code C-09}
 */
@AllowedFor({Role.CITY_OPERATOR, Role.CITY_AUDITOR, Role.COUNCIL})
public record GetControlEvidence(String controlId, Instant from, Instant to) implements AuditRead {
  public GetControlEvidence {
    // It is recorded as it was asked for.
    if (!controlId.matches("[A-Za-z0-9-]{1,10}")) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
  }

  @Override
  public String scopeCode() {
    return "CONTROL";
  }

  @Override
  public String scopeId() {
    return controlId;
  }
}
