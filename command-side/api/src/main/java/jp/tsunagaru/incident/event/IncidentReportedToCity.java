package jp.tsunagaru.incident.event;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.incident.CityReport;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.kernel.Personal;

public record IncidentReportedToCity(
    IncidentId incidentId, AccountId signedBy, Personal<CityReport> report)
    implements IncidentEvent {}
