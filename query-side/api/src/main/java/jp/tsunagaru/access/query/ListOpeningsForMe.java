package jp.tsunagaru.access.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/**
 * Openings of the records of the actor's patients that are in force or wait for their review; by
 * others, and without any patient's name.
 */
@AllowedFor(Role.CARE_USER)
public record ListOpeningsForMe() {}
