package jp.tsunagaru.audit.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.kernel.Personal;

/**
 * @param questions those that were asked and not taken back
 */
public record LogReviewSigned(
    LogReviewId reviewId,
    AccountId reviewerId,
    int questions,
    int improvements,
    int incidents,
    Personal<String> conclusion)
    implements LogReviewEvent {}
