package jp.tsunagaru.incident.event;

import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.kernel.Personal;

public record CouncilReportOmitted(IncidentId incidentId, Personal<String> reason)
    implements IncidentEvent {}
