package jp.tsunagaru.audit.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.kernel.Personal;

public record ReviewQuestionWithdrawn(
    LogReviewId reviewId,
    ReviewQuestionId questionId,
    AccountId withdrawnBy,
    Personal<String> reason)
    implements LogReviewEvent {}
