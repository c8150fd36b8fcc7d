package jp.tsunagaru.incident.command;

import java.time.LocalDate;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.CommissionReport;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.incident.ReportStage;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The report went to the 個人情報保護委員会, by its own form (IN-07). A 確報 has all nine items. */
@AllowedFor(Role.CITY_OPERATOR)
public record RecordCommissionReport(
    @TargetAggregateIdentifier IncidentId incidentId,
    ReportStage stage,
    LocalDate submittedOn,
    CommissionReport report)
    implements IncidentCommand {
  public RecordCommissionReport {
    report = report.checked();
  }
}
