package jp.tsunagaru.audit.query;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagaru.audit.ReviewQuestionId;
import jp.tsunagaru.incident.IncidentId;
import org.jspecify.annotations.Nullable;

/**
 * A question of a review as the auditor sees it. Texts are blank when they were erased with their
 * patient.
 *
 * @param access null when the facility was asked about the period as a whole
 * @param due the day until which an answer is asked for
 * @param ownAccess whether the answer comes from the very person whose access it was
 * @param note of the finding, or why the question was taken back
 * @param incidentId null unless it became an incident
 */
public record ReviewQuestion(
    ReviewQuestionId questionId,
    ReviewStage stage,
    String facility,
    @Nullable AccessStep access,
    String question,
    String askedBy,
    Instant askedAt,
    LocalDate due,
    boolean late,
    String answer,
    String answeredBy,
    @Nullable Instant answeredAt,
    boolean ownAccess,
    String note,
    String settledBy,
    @Nullable Instant settledAt,
    @Nullable IncidentId incidentId) {}
