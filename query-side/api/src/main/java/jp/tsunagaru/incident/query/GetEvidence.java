package jp.tsunagaru.incident.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.incident.IncidentId;

/**
 * What can be handed over as evidence of an incident (IN-08): its steps, the measures and every
 * access to the records concerned, each with its proof; recorded. Refuses {@code UNKNOWN_ACCOUNT}.
 *
 * @param loginId whose device was lost or whose id leaked; blank when that is not the question
 */
@AllowedFor({Role.CITY_OPERATOR, Role.CITY_AUDITOR})
public record GetEvidence(IncidentId incidentId, Instant from, Instant to, String loginId)
    implements AuditRead {
  @Override
  public String scopeCode() {
    return "INCIDENT_EVIDENCE";
  }

  @Override
  public String scopeId() {
    return incidentId.value();
  }
}
