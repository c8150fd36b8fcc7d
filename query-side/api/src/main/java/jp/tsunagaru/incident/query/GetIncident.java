package jp.tsunagaru.incident.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;

/**
 * One incident with what the actor's side may read of it; recorded. Patients are named to the city
 * alone, which has to tell them (個人情報保護法第26条2).
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
public record GetIncident(IncidentId incidentId) implements AuditRead {
  @Override
  public String scopeCode() {
    return "INCIDENT";
  }

  @Override
  public String scopeId() {
    return incidentId.value();
  }
}
