package jp.tsunagaru.access.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/** Whether 緊急閲覧 is enabled. */
@AllowedFor({Role.CARE_USER, Role.CITY_OPERATOR, Role.CITY_AUDITOR})
public record FindBreakGlassSwitch() {}
