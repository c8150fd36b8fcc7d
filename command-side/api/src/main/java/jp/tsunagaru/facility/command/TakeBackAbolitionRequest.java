package jp.tsunagaru.facility.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.FacilityId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The facility goes on taking part. Refuses {@code FACILITY_STATE} when no request waits. */
@AllowedFor(Role.FACILITY_ADMIN)
public record TakeBackAbolitionRequest(
    @TargetAggregateIdentifier FacilityId facilityId, long basedOn)
    implements FacilityCommand, FacilityScoped {}
