package jp.tsunagaru.incident.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;

/**
 * What was done since the incident was found and can be a measure; the newest first, at most 100.
 */
@AllowedFor(Role.CITY_OPERATOR)
public record ListPossibleMeasures(IncidentId incidentId) {}
