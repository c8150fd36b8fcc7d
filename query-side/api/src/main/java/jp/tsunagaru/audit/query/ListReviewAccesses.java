package jp.tsunagaru.audit.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.audit.LogReviewId;
import org.jspecify.annotations.Nullable;

/**
 * Accesses of the period that catch the eye, newest first; without a mark a sample drawn by chance,
 * the same for every reviewer. Recorded as a review.
 *
 * @param mark null for the sample
 * @param before the last row known, null for the first page; the sample has one page
 * @param limit 1 to 200 rows
 */
@AllowedFor(Role.CITY_AUDITOR)
public record ListReviewAccesses(
    LogReviewId reviewId, @Nullable AccessMark mark, @Nullable AccessCursor before, int limit)
    implements ReviewRead {}
