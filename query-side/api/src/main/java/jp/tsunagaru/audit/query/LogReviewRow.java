package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagaru.audit.LogPeriod;
import jp.tsunagaru.audit.LogReviewId;
import org.jspecify.annotations.Nullable;

/**
 * The review of one period.
 *
 * @param due the last day on which it is in time
 * @param begunBy blank until somebody took it up
 * @param unanswered questions that a facility has not answered
 * @param unsettled answers that wait for a finding
 * @param signedBy blank until it is signed
 */
public record LogReviewRow(
    LogReviewId reviewId,
    LogPeriod period,
    LocalDate due,
    LogReviewState state,
    String begunBy,
    @Nullable Instant begunAt,
    int questions,
    int unanswered,
    int unsettled,
    int improvements,
    int incidents,
    String signedBy,
    @Nullable Instant signedAt) {}
