package jp.tsunagaru.incident.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The city decides that the council need not be told, and why.
 *
 * @param reason 1 to 400 characters
 */
@AllowedFor(Role.CITY_OPERATOR)
public record OmitCouncilReport(@TargetAggregateIdentifier IncidentId incidentId, String reason)
    implements IncidentCommand {
  public OmitCouncilReport {
    reason = Check.required("reason", reason, 400);
  }
}
