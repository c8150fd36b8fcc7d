package jp.tsunagaru.incident.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The contractor signs the report to the city; what it knows then goes with it as it is (第28条1,
 * IN-03). Refused before the reporter was instructed.
 *
 * @param assessment 1 to 2,000 characters
 */
@AllowedFor(Role.CONTRACTOR_OPS)
public record ReportIncidentToCity(
    @TargetAggregateIdentifier IncidentId incidentId, String assessment)
    implements IncidentCommand {
  public ReportIncidentToCity {
    assessment = Check.required("assessment", assessment, 2000);
  }
}
