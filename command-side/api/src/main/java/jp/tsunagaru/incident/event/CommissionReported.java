package jp.tsunagaru.incident.event;

import java.time.LocalDate;
import jp.tsunagaru.incident.CommissionReport;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.ReportStage;
import jp.tsunagaru.kernel.Personal;

public record CommissionReported(
    IncidentId incidentId,
    ReportStage stage,
    LocalDate submittedOn,
    Personal<CommissionReport> report)
    implements IncidentEvent {}
