package jp.tsunagaru.facility.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.FacilityPeople;
import jp.tsunagaru.facility.FacilityProfile;

/** Registers the city's own office once, at the first start. */
@AllowedFor(Role.SYSTEM)
public record RegisterCity(FacilityProfile profile, FacilityPeople people)
    implements FacilityCommand {}
