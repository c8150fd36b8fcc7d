package jp.tsunagaru.audit.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.LogReviewId;

/**
 * The review of a period with its questions, answers and findings. Not found before use began.
 * Recorded as a review.
 */
@AllowedFor(Role.CITY_AUDITOR)
public record GetLogReview(LogReviewId reviewId) implements ReviewRead {}
