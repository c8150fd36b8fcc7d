package jp.tsunagaru.incident.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The contractor answers the request within its cooperation (第28条3).
 *
 * @param answer 1 to 2,000 characters
 */
@AllowedFor({Role.CONTRACTOR_OPS, Role.CONTRACTOR_HELPDESK})
public record CooperateInStudy(@TargetAggregateIdentifier IncidentId incidentId, String answer)
    implements IncidentCommand {
  public CooperateInStudy {
    answer = Check.required("answer", answer, 2000);
  }
}
