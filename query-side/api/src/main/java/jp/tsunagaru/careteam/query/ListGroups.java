package jp.tsunagaru.careteam.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/** 担当者グループ管理: groups the actor made, belongs to, or of the actor's facility. */
@AllowedFor({Role.CARE_USER, Role.FACILITY_ADMIN})
public record ListGroups() {}
