package jp.tsunagaru.document.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/** 文書タグ (DC-05): the city's list and that of one's own facility. */
@AllowedFor({Role.CARE_USER, Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record ListTags() {}
