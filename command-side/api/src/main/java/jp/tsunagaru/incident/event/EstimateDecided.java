package jp.tsunagaru.incident.event;

import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.kernel.Personal;

public record EstimateDecided(IncidentId incidentId, boolean accepted, Personal<String> note)
    implements IncidentEvent {}
