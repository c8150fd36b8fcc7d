package jp.tsunagaru.audit.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/** How far the tamper-evident proof over all stored events has come, and whether all is well. */
@AllowedFor(Role.CITY_AUDITOR)
public record GetProofState() {}
