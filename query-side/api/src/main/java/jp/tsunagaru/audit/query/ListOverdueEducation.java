package jp.tsunagaru.audit.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;

/** Which facilities are behind with the education of 第27条. Recorded. */
@AllowedFor(Role.CITY_AUDITOR)
public record ListOverdueEducation() implements AuditRead {
  @Override
  public String scopeCode() {
    return "EDUCATION";
  }
}
