package jp.tsunagaru.audit.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks the administrator of the facility from which an access came. Refused when the access is not
 * of the period, or when nobody is there who could answer.
 *
 * @param eventId the number of the access in the history
 * @param question 1 to 1,000 characters
 */
@AllowedFor(Role.CITY_AUDITOR)
public record QuestionAccess(
    @TargetAggregateIdentifier LogReviewId reviewId,
    ReviewQuestionId questionId,
    String eventId,
    String question)
    implements LogReviewCommand {
  public QuestionAccess {
    eventId = Check.required("eventId", eventId, 100);
    question = Check.required("reviewQuestion", question, 1000);
  }
}
