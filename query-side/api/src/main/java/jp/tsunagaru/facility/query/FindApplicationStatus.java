package jp.tsunagaru.facility.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.facility.ApplicationId;

/** Where an application stands, for whoever holds its number. */
@AllowedFor(value = Role.PUBLIC, beforePledge = true)
public record FindApplicationStatus(ApplicationId applicationId) {}
