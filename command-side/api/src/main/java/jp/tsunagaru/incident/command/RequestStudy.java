package jp.tsunagaru.incident.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The administrator of the reporter's facility asks the contractor to study countermeasures
 * (第28条3).
 *
 * @param request 1 to 1,000 characters
 */
@AllowedFor(Role.FACILITY_ADMIN)
public record RequestStudy(@TargetAggregateIdentifier IncidentId incidentId, String request)
    implements IncidentCommand {
  public RequestStudy {
    request = Check.required("request", request, 1000);
  }
}
