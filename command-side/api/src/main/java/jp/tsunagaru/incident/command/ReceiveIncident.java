package jp.tsunagaru.incident.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The contractor takes the report in (IN-02). */
@AllowedFor({Role.CONTRACTOR_OPS, Role.CONTRACTOR_HELPDESK})
public record ReceiveIncident(@TargetAggregateIdentifier IncidentId incidentId)
    implements IncidentCommand {}
