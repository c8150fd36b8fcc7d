package jp.tsunagaru.access.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/**
 * Live hints for the city's desk that something was opened, ended or reviewed; updates carry no
 * content. The initial answer is {@code PatientChanges.NONE}.
 */
@AllowedFor({Role.CITY_OPERATOR, Role.CITY_AUDITOR})
public record WatchOpenings() {}
