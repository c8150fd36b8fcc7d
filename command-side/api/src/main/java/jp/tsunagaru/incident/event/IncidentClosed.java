package jp.tsunagaru.incident.event;

import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.kernel.Personal;

public record IncidentClosed(IncidentId incidentId, Personal<String> conclusion)
    implements IncidentEvent {}
