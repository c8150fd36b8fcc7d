package jp.tsunagaru.audit.event;

import java.time.Instant;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * @param eventId the access in the history
 * @param accountId whose access it was
 * @param patientId null when the access was about nobody
 * @param facilityId who has to answer
 */
public record AccessQuestioned(
    LogReviewId reviewId,
    ReviewQuestionId questionId,
    String eventId,
    Instant accessAt,
    AccountId accountId,
    @Nullable PatientId patientId,
    FacilityId facilityId,
    Personal<String> question,
    AccountId askedBy)
    implements LogReviewEvent {}
