package jp.tsunagaru.facility.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/** The city's desk: applications, oldest waiting first. */
@AllowedFor(Role.CITY_OPERATOR)
public record ListApplications() {}
