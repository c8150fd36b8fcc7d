package jp.tsunagaru.audit.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.patient.PatientId;

/**
 * Consent and team of a patient as they stood at a moment, from the events up to it. Recorded like
 * any other read.
 */
@AllowedFor(Role.CITY_AUDITOR)
public record ReplayState(PatientId patientId, Instant at) implements AuditRead {
  @Override
  public String scopeCode() {
    return AuditScope.PATIENT.name();
  }

  @Override
  public String scopeId() {
    return patientId.value();
  }

  @Override
  public Instant from() {
    return at;
  }

  @Override
  public Instant to() {
    return at;
  }
}
