package jp.tsunagaru.incident.event;

import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.kernel.Personal;

public record StudyRequested(IncidentId incidentId, Personal<String> request)
    implements IncidentEvent {}
