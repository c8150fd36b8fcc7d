package jp.tsunagaru.incident.event;

import java.time.LocalDate;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.kernel.Personal;

public record PersonsNotified(
    IncidentId incidentId, LocalDate notifiedOn, int persons, Personal<String> how)
    implements IncidentEvent {}
