package jp.tsunagaru.facility.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.FacilityId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The city lets the change take effect that it saw (第9条, PF-11). Refuses {@code CONFLICT} when the
 * facility changed it meanwhile, {@code FACILITY_STATE} when nothing waits.
 */
@AllowedFor(Role.CITY_OPERATOR)
public record ConfirmFacilityChange(@TargetAggregateIdentifier FacilityId facilityId, long basedOn)
    implements FacilityCommand {}
