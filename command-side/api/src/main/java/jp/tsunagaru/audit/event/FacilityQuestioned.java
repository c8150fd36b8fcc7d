package jp.tsunagaru.audit.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.kernel.Personal;

public record FacilityQuestioned(
    LogReviewId reviewId,
    ReviewQuestionId questionId,
    FacilityId facilityId,
    Personal<String> question,
    AccountId askedBy)
    implements LogReviewEvent {}
