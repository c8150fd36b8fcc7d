package jp.tsunagaru.audit.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The auditor signs the review, which is final. Refused before the period is over and while a
 * question waits for its answer or its finding.
 *
 * @param conclusion 1 to 2,000 characters
 */
@AllowedFor(Role.CITY_AUDITOR)
public record SignLogReview(@TargetAggregateIdentifier LogReviewId reviewId, String conclusion)
    implements LogReviewCommand {
  public SignLogReview {
    conclusion = Check.required("conclusion", conclusion, 2000);
  }
}
