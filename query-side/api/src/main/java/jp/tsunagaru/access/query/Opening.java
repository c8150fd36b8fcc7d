package jp.tsunagaru.access.query;

import java.time.Instant;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.EmergencyReason;
import jp.tsunagaru.access.ReviewVerdict;
import org.jspecify.annotations.Nullable;

/**
 * One opening as the city sees it.
 *
 * @param patient blank when erased
 * @param end when it ended or will end
 * @param verdict null until the review
 * @param overdue whether the review is late
 */
public record Opening(
    BreakGlassId breakGlassId,
    String patient,
    String name,
    String facility,
    EmergencyReason reason,
    String explanation,
    Instant openedAt,
    Instant end,
    boolean inForce,
    @Nullable ReviewVerdict verdict,
    String findings,
    String reviewer,
    @Nullable Instant reviewedAt,
    boolean overdue) {
  /** Days from the end of an opening until its review is late. */
  public static final int REVIEW_DAYS = 3;
}
