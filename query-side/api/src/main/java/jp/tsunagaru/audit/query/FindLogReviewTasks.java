package jp.tsunagaru.audit.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/** How much waits for the actor's hats in the reviews of the access history; figures only. */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR, Role.CITY_AUDITOR})
public record FindLogReviewTasks() {}
