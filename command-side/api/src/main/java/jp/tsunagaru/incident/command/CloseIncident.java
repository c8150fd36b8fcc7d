package jp.tsunagaru.incident.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The city closes the case, once every step that has to be was taken (IN-03).
 *
 * @param conclusion 1 to 1,000 characters
 */
@AllowedFor(Role.CITY_OPERATOR)
public record CloseIncident(@TargetAggregateIdentifier IncidentId incidentId, String conclusion)
    implements IncidentCommand {
  public CloseIncident {
    conclusion = Check.required("conclusion", conclusion, 1000);
  }
}
