package jp.tsunagaru.incident.event;

import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.kernel.Personal;

public record InstructionGiven(IncidentId incidentId, Personal<String> instruction)
    implements IncidentEvent {}
