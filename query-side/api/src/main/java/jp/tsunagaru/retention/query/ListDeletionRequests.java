package jp.tsunagaru.retention.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/**
 * 削除の申し出, open ones first by due day. Members of the team see whom it is about and may carry it
 * out; the facility's administrator and the city see that there is one, and when it is due.
 */
@AllowedFor({Role.CARE_USER, Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record ListDeletionRequests() {}
