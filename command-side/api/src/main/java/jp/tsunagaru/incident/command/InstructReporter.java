package jp.tsunagaru.incident.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The contractor answers with 指示, which the reporter has to wait for (第28条1).
 *
 * @param instruction 1 to 2,000 characters
 */
@AllowedFor({Role.CONTRACTOR_OPS, Role.CONTRACTOR_HELPDESK})
public record InstructReporter(@TargetAggregateIdentifier IncidentId incidentId, String instruction)
    implements IncidentCommand {
  public InstructReporter {
    instruction = Check.required("instruction", instruction, 2000);
  }
}
