package jp.tsunagaru.careteam.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.FacilityId;

/**
 * For how many patients nobody is in charge any more when a facility leaves (PF-13). Numbers only:
 * who they are is told by the lists of those in charge (PT-12).
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record GetFacilityLeavingEffect(FacilityId facilityId) implements FacilityScoped {}
