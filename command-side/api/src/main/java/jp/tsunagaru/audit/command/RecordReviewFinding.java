package jp.tsunagaru.audit.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewFinding;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The auditor concludes from an answer, once, and never about an own access.
 *
 * @param note 1 to 1,000 characters
 * @param incidentId the incident that was reported; null for any other finding
 */
@AllowedFor(Role.CITY_AUDITOR)
public record RecordReviewFinding(
    @TargetAggregateIdentifier LogReviewId reviewId,
    ReviewQuestionId questionId,
    ReviewFinding finding,
    String note,
    @Nullable IncidentId incidentId)
    implements LogReviewCommand {
  public RecordReviewFinding {
    note = Check.required("findings", note, 1000);
    Check.that(
        (finding == ReviewFinding.INCIDENT) == (incidentId != null),
        RefusalCode.FIELD_INVALID,
        "incident");
  }
}
