package jp.tsunagaru.audit.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/**
 * Accounts and rights of the own facility to be confirmed in this quarter (C-07): figures, no
 * patient. For an operator those of the city's own office.
 */
@AllowedFor({Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record GetAttestation() {}
