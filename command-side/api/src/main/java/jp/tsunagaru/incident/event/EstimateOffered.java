package jp.tsunagaru.incident.event;

import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.kernel.Personal;

public record EstimateOffered(IncidentId incidentId, long yen, Personal<String> scope)
    implements IncidentEvent {}
