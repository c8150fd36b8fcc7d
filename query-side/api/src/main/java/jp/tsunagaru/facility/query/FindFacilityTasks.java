package jp.tsunagaru.facility.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/** How much of 第9条 and 第10条 waits for the city. */
@AllowedFor(Role.CITY_OPERATOR)
public record FindFacilityTasks() {}
