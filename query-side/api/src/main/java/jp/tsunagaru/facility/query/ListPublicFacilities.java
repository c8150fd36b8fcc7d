package jp.tsunagaru.facility.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.Affiliation;
import org.jspecify.annotations.Nullable;

/** The public directory (第22条): only facilities that take part and only the fields they publish. */
@AllowedFor(value = Role.PUBLIC, beforePledge = true)
public record ListPublicFacilities(String text, @Nullable Affiliation affiliation) {}
