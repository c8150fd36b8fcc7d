package jp.tsunagaru.audit.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks the administrator of a facility about the period as a whole. Refused when nobody is there
 * who could answer.
 *
 * @param question 1 to 1,000 characters
 */
@AllowedFor(Role.CITY_AUDITOR)
public record QuestionFacility(
    @TargetAggregateIdentifier LogReviewId reviewId,
    ReviewQuestionId questionId,
    FacilityId facilityId,
    String question)
    implements LogReviewCommand {
  public QuestionFacility {
    question = Check.required("reviewQuestion", question, 1000);
  }
}
