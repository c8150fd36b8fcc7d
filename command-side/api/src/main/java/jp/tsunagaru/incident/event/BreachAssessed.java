package jp.tsunagaru.incident.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import jp.tsunagaru.incident.BreachReason;
import jp.tsunagaru.incident.IncidentId;
import org.jspecify.annotations.Nullable;

/**
 * @param preliminaryFrom the third day, null when nothing has to be reported, like the others
 * @param preliminaryTo the fifth day
 * @param finalTo the last day for 確報
 */
public record BreachAssessed(
    IncidentId incidentId,
    Instant awareAt,
    Set<BreachReason> reasons,
    boolean encrypted,
    int persons,
    boolean reportable,
    @Nullable LocalDate preliminaryFrom,
    @Nullable LocalDate preliminaryTo,
    @Nullable LocalDate finalTo)
    implements IncidentEvent {}
