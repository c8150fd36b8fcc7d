package jp.tsunagaru.audit.event;

import java.time.LocalDate;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.LogReviewId;

/**
 * @param to the last day of the period
 */
public record LogReviewBegun(
    LogReviewId reviewId, LocalDate from, LocalDate to, AccountId reviewerId)
    implements LogReviewEvent {}
