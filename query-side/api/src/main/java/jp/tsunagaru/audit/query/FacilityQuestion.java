package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.audit.ReviewQuestionId;
import org.jspecify.annotations.Nullable;

/**
 * A question as the facility asked sees it.
 *
 * @param stage {@code ANSWERED} for an incident too: that is the city's
 * @param access null when it is about the period as a whole
 * @param note of the finding; blank for an incident
 */
public record FacilityQuestion(
    LogReviewId reviewId,
    ReviewQuestionId questionId,
    ReviewStage stage,
    @Nullable Access access,
    String question,
    Instant askedAt,
    LocalDate due,
    boolean late,
    String answer,
    String answeredBy,
    @Nullable Instant answeredAt,
    String note) {

  /**
   * An access by somebody of the facility, without its ground.
   *
   * @param patient blank unless the reader may see the patient's record
   * @param marks those that tell nothing about patients
   */
  public record Access(
      Instant at,
      String actor,
      String profession,
      String action,
      String result,
      String patient,
      Set<AccessMark> marks) {}
}
