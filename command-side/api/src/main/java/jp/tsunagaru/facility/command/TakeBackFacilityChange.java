package jp.tsunagaru.facility.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.FacilityId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The facility does not want any more what waits for the city. Refuses {@code FACILITY_STATE} when
 * nothing waits.
 */
@AllowedFor(Role.FACILITY_ADMIN)
public record TakeBackFacilityChange(@TargetAggregateIdentifier FacilityId facilityId, long basedOn)
    implements FacilityCommand, FacilityScoped {}
