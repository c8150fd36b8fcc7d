package jp.tsunagaru.incident.event;

import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.kernel.Personal;

public record PreventionDecided(IncidentId incidentId, boolean byCouncil, Personal<String> text)
    implements IncidentEvent {}
