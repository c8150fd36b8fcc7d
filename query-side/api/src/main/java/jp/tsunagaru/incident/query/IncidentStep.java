package jp.tsunagaru.incident.query;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One hand-over, as it was recorded.
 *
 * @param text blank when there is none, when it was erased, or when it is not for the actor's side
 * @param code what kind of measure, or blank
 * @param amount yen or persons, 0 when there is none
 * @param on the day told, or null
 * @param linked the event that carried the measure out, or blank
 * @param linkedAt when that was; null without one
 * @param linkedWho who did it, or blank
 */
public record IncidentStep(
    String eventId,
    StepKind kind,
    Instant at,
    String actor,
    String facility,
    String text,
    String code,
    long amount,
    @Nullable LocalDate on,
    String linked,
    @Nullable Instant linkedAt,
    String linkedWho) {}
