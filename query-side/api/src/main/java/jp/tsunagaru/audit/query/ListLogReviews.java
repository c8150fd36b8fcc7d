package jp.tsunagaru.audit.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;

/**
 * Every period since use began, with the review that it had or has to get (C-09): who reviewed, and
 * when. Without any access; recorded.
 */
@AllowedFor({Role.CITY_OPERATOR, Role.CITY_AUDITOR})
public record ListLogReviews() implements AuditRead {
  @Override
  public String scopeCode() {
    return "LOG_REVIEWS";
  }
}
