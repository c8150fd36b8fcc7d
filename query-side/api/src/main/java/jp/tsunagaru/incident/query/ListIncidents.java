package jp.tsunagaru.incident.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/**
 * Incidents that concern the actor, what is open and due first: all for city and contractor, those
 * of the own facility for its administrator, the own reports for everybody else. At most 500.
 */
@AllowedFor({
  Role.CARE_USER,
  Role.FACILITY_ADMIN,
  Role.CITY_OPERATOR,
  Role.CITY_AUDITOR,
  Role.CONTRACTOR_OPS,
  Role.CONTRACTOR_HELPDESK,
  Role.COUNCIL
})
public record ListIncidents() {}
