package jp.tsunagaru.audit.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes back a question that nobody answered, such as one to a facility that was dissolved since.
 *
 * @param reason 1 to 500 characters
 */
@AllowedFor(Role.CITY_AUDITOR)
public record WithdrawReviewQuestion(
    @TargetAggregateIdentifier LogReviewId reviewId, ReviewQuestionId questionId, String reason)
    implements LogReviewCommand {
  public WithdrawReviewQuestion {
    reason = Check.required("reason", reason, 500);
  }
}
