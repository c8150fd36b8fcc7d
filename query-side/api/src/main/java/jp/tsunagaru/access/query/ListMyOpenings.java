package jp.tsunagaru.access.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/**
 * What the actor opened in emergencies, the newest first; at most 20, without any patient's name.
 */
@AllowedFor(Role.CARE_USER)
public record ListMyOpenings() {}
