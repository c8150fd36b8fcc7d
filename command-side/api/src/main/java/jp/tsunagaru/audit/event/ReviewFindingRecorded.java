package jp.tsunagaru.audit.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewFinding;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.kernel.Personal;
import org.jspecify.annotations.Nullable;

/**
 * @param incidentId null unless it became an incident
 */
public record ReviewFindingRecorded(
    LogReviewId reviewId,
    ReviewQuestionId questionId,
    AccountId reviewerId,
    ReviewFinding finding,
    @Nullable IncidentId incidentId,
    Personal<String> note)
    implements LogReviewEvent {}
