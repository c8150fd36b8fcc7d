package jp.tsunagaru.incident.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/** What the council was told, and nothing else: no person, no facility (IN-05). At most 200. */
@AllowedFor({Role.COUNCIL, Role.CITY_OPERATOR})
public record ListCouncilIncidents() {}
