package jp.tsunagaru.access.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/**
 * Withdrawn records that the city lets the actor display now, and, for the registrar and the
 * administrator of that facility, that it opened one in the last 90 days; the latter without the
 * patient's name.
 */
@AllowedFor({Role.CARE_USER, Role.FACILITY_ADMIN})
public record ListLawfulOpeningsForMe() {}
