package jp.tsunagaru.incident.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The city tells the council (第28条2).
 *
 * @param summary all that the council ever sees of it in words, 1 to 1,000 characters without any
 *     name
 */
@AllowedFor(Role.CITY_OPERATOR)
public record ReportToCouncil(@TargetAggregateIdentifier IncidentId incidentId, String summary)
    implements IncidentCommand {
  public ReportToCouncil {
    summary = Check.required("summary", summary, 1000);
  }
}
