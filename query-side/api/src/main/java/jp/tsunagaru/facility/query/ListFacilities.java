package jp.tsunagaru.facility.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/** Facilities by name for the desks of city and auditor. */
@AllowedFor({Role.CITY_OPERATOR, Role.CITY_AUDITOR})
public record ListFacilities(String text) {}
