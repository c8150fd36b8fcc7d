package jp.tsunagaru.audit.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.patient.PatientId;

/**
 * Who saw a patient's record in a period, and on what ground: one row a person, of merged records
 * together. Recorded.
 *
 * @param to exclusive
 */
@AllowedFor(Role.CITY_AUDITOR)
public record ListViewersOf(PatientId patientId, Instant from, Instant to) implements AuditRead {
  @Override
  public String scopeCode() {
    return AuditScope.PATIENT.name();
  }

  @Override
  public String scopeId() {
    return patientId.value();
  }
}
