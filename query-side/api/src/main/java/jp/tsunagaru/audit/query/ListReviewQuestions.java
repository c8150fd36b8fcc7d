package jp.tsunagaru.audit.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;

/**
 * The questions of reviews to the actor's own facility, and nothing about any other; for the city's
 * own office its operators. What waits comes first; at most 200. Recorded.
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record ListReviewQuestions() implements AuditRead {
  @Override
  public String scopeCode() {
    return "LOG_REVIEW_QUESTIONS";
  }
}
