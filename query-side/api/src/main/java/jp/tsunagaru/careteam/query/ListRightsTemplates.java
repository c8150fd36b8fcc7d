package jp.tsunagaru.careteam.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/** What is proposed for each profession that joins a team (TM-03). */
@AllowedFor({Role.CARE_USER, Role.CITY_OPERATOR, Role.CITY_AUDITOR})
public record ListRightsTemplates() {}
