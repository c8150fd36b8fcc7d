package jp.tsunagaru.incident.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A measure against recurrence (第28条2).
 *
 * @param byCouncil whether the council deliberated on it
 * @param text 1 to 1,000 characters
 */
@AllowedFor(Role.CITY_OPERATOR)
public record DecidePrevention(
    @TargetAggregateIdentifier IncidentId incidentId, boolean byCouncil, String text)
    implements IncidentCommand {
  public DecidePrevention {
    text = Check.required("prevention", text, 1000);
  }
}
