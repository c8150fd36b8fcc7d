package jp.tsunagaru.audit.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.kernel.Personal;

public record ReviewQuestionAnswered(
    LogReviewId reviewId,
    ReviewQuestionId questionId,
    AccountId answeredBy,
    Personal<String> answer)
    implements LogReviewEvent {}
