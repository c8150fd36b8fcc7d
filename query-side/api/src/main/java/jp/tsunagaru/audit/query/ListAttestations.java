package jp.tsunagaru.audit.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;

/** Which facilities have attested their rights in this quarter, and which are late; recorded. */
@AllowedFor({Role.CITY_OPERATOR, Role.CITY_AUDITOR})
public record ListAttestations() implements AuditRead {
  @Override
  public String scopeCode() {
    return "ATTESTATIONS";
  }
}
