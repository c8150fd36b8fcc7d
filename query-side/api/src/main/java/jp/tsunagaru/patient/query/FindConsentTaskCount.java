package jp.tsunagaru.patient.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/**
 * How many patients came of age and were not asked yet (PT-03): a number for the city, no names.
 */
@AllowedFor(Role.CITY_OPERATOR)
public record FindConsentTaskCount() {}
