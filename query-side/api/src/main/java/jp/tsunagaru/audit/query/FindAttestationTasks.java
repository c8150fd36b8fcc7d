package jp.tsunagaru.audit.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/** What waits for the actor's hats in the attestation of rights; figures only. */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR, Role.CITY_AUDITOR})
public record FindAttestationTasks() {}
