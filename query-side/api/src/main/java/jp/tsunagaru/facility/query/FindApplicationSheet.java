package jp.tsunagaru.facility.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.ApplicationId;

/**
 * 様式第1 of whoever holds the number (PF-06), as long as the paper is awaited: whoever finds an old
 * link learns nothing.
 */
@AllowedFor(value = Role.PUBLIC, beforePledge = true)
public record FindApplicationSheet(ApplicationId applicationId) {}
