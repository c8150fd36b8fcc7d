package jp.tsunagaru.audit.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;

/**
 * Hashes every event of a period again and holds it against the signed log (C-10). Recorded.
 *
 * @param to exclusive
 */
@AllowedFor(Role.CITY_AUDITOR)
public record GetLogProof(Instant from, Instant to) implements AuditRead {
  @Override
  public String scopeCode() {
    return "PROOF";
  }

  @Override
  public String scopeId() {
    return "";
  }
}
