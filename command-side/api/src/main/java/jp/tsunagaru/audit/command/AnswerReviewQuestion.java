package jp.tsunagaru.audit.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The administrator answers a question to the own facility, once; for the city's own office an
 * operator does. A question to another facility is not found.
 *
 * @param answer 1 to 2,000 characters
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record AnswerReviewQuestion(
    @TargetAggregateIdentifier LogReviewId reviewId, ReviewQuestionId questionId, String answer)
    implements LogReviewCommand {
  public AnswerReviewQuestion {
    answer = Check.required("reviewAnswer", answer, 2000);
  }
}
