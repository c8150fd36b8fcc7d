package jp.tsunagaru.incident.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The facility accepts or declines the estimate.
 *
 * @param note up to 400 characters
 */
@AllowedFor(Role.FACILITY_ADMIN)
public record DecideEstimate(
    @TargetAggregateIdentifier IncidentId incidentId, boolean accepted, String note)
    implements IncidentCommand {
  public DecideEstimate {
    note = Check.text("note", note, 400);
  }
}
