package jp.tsunagaru.incident.event;

import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.kernel.Personal;

public record CouncilReported(IncidentId incidentId, Personal<String> summary)
    implements IncidentEvent {}
