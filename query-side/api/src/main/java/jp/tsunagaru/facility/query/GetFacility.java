package jp.tsunagaru.facility.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.FacilityId;

/** 施設情報 (第9条): the registered content, what waits for the city, and how it came about. */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record GetFacility(FacilityId facilityId) implements FacilityScoped {}
