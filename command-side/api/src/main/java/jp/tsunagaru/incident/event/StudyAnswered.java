package jp.tsunagaru.incident.event;

import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.kernel.Personal;

public record StudyAnswered(IncidentId incidentId, Personal<String> answer)
    implements IncidentEvent {}
