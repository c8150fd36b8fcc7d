package jp.tsunagaru.careteam.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/** Users who may become members, by name, kana or facility; no patient data. At most 50. */
@AllowedFor({Role.CARE_USER, Role.FACILITY_ADMIN})
public record FindColleagues(String text) {}
