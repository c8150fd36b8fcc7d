package jp.tsunagaru.account.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.FacilityId;

/** Users of one facility for its administrator. */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record ListAccounts(FacilityId facilityId) implements FacilityScoped {}
