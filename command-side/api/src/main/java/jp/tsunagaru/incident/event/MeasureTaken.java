package jp.tsunagaru.incident.event;

import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.MeasureKind;
import jp.tsunagaru.kernel.Personal;

/**
 * @param eventId of the linked event, or blank
 */
public record MeasureTaken(
    IncidentId incidentId, MeasureKind kind, String eventId, Personal<String> note)
    implements IncidentEvent {}
