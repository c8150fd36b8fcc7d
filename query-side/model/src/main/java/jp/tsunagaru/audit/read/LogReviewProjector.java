package jp.tsunagaru.audit.read;

import java.time.Instant;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.audit.event.AccessQuestioned;
import jp.tsunagaru.audit.event.FacilityQuestioned;
import jp.tsunagaru.audit.event.LogReviewBegun;
import jp.tsunagaru.audit.event.LogReviewSigned;
import jp.tsunagaru.audit.event.ReviewFindingRecorded;
import jp.tsunagaru.audit.event.ReviewQuestionAnswered;
import jp.tsunagaru.audit.event.ReviewQuestionWithdrawn;
import jp.tsunagaru.audit.query.ReviewStage;
import jp.tsunagaru.axon.projection.Projection;
import jp.tsunagaru.axon.projection.Writes;
import jp.tsunagaru.axon.seal.Sealer;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.kernel.Personal;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;

/** Reviews of the access history with their questions (C-09). */
@Projection
@ProcessingGroup("log-reviews")
class LogReviewProjector {
  private static final String ASKED =
      """
      insert into view.log_review_question
        (question_id, review_id, event_id, access_at, account_id, patient_id, facility_id, stage,
         asked_by, asked_at, question_subject, sealed_question)
      values (?, ?, ?, ?, ?, ?, ?, 'ASKED', ?, ?, ?, ?)
      on conflict do nothing\
      """;

  private final Sealer sealer;

  LogReviewProjector(Sealer sealer) {
    this.sealer = sealer;
  }

  @EventHandler
  void on(LogReviewBegun event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        insert into view.log_review (review_id, from_day, to_day, begun_by, begun_at)
        values (?, ?, ?, ?, ?)
        on conflict do nothing\
        """,
        event.reviewId(),
        event.from(),
        event.to(),
        event.reviewerId(),
        at);
  }

  @EventHandler
  void on(AccessQuestioned event, Writes writes, @Timestamp Instant at) {
    writes.add(
        ASKED,
        event.questionId(),
        event.reviewId(),
        event.eventId(),
        event.accessAt(),
        event.accountId(),
        event.patientId() == null ? "" : event.patientId().value(),
        event.facilityId(),
        event.askedBy(),
        at,
        event.question().subject().id(),
        sealed(event.question()));
  }

  @EventHandler
  void on(FacilityQuestioned event, Writes writes, @Timestamp Instant at) {
    writes.add(
        ASKED,
        event.questionId(),
        event.reviewId(),
        "",
        null,
        "",
        "",
        event.facilityId(),
        event.askedBy(),
        at,
        event.question().subject().id(),
        sealed(event.question()));
  }

  @EventHandler
  void on(ReviewQuestionAnswered event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        update view.log_review_question
           set stage = 'ANSWERED', answered_by = ?, answered_at = ?, answer_subject = ?,
               sealed_answer = ?
         where question_id = ?\
        """,
        event.answeredBy(),
        at,
        event.answer().subject().id(),
        sealed(event.answer()),
        event.questionId());
  }

  @EventHandler
  void on(ReviewQuestionWithdrawn event, Writes writes, @Timestamp Instant at) {
    settle(
        writes,
        event.questionId(),
        ReviewStage.WITHDRAWN,
        event.withdrawnBy(),
        at,
        event.reason(),
        null);
  }

  @EventHandler
  void on(ReviewFindingRecorded event, Writes writes, @Timestamp Instant at) {
    settle(
        writes,
        event.questionId(),
        ReviewStage.valueOf(event.finding().name()),
        event.reviewerId(),
        at,
        event.note(),
        event.incidentId());
  }

  @EventHandler
  void on(LogReviewSigned event, Writes writes, @Timestamp Instant at) {
    writes.add(
        """
        update view.log_review
           set signed_by = ?, signed_at = ?, improvements = ?, incidents = ?,
               sealed_conclusion = ?
         where review_id = ?\
        """,
        event.reviewerId(),
        at,
        event.improvements(),
        event.incidents(),
        sealed(event.conclusion()),
        event.reviewId());
  }

  @ResetHandler
  void reset(Writes writes) {
    writes.add("truncate view.log_review, view.log_review_question");
  }

  private void settle(
      Writes writes,
      ReviewQuestionId questionId,
      ReviewStage stage,
      AccountId by,
      Instant at,
      Personal<String> note,
      @Nullable IncidentId incidentId) {
    writes.add(
        """
        update view.log_review_question
           set stage = ?, settled_by = ?, settled_at = ?, note_subject = ?, sealed_note = ?,
               incident_id = ?
         where question_id = ?\
        """,
        stage,
        by,
        at,
        note.subject().id(),
        sealed(note),
        incidentId == null ? "" : incidentId.value(),
        questionId);
  }

  private byte[] sealed(Personal<String> text) {
    return text.read().isPresent() ? sealer.seal(text) : new byte[0];
  }
}
