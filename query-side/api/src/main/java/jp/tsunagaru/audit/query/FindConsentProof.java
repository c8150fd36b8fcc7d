package jp.tsunagaru.audit.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.patient.PatientId;

/**
 * Which version of the sheet a patient agreed to, who signed it, and where the signed sheet is
 * kept; nothing clinical. Recorded.
 */
@AllowedFor(Role.CITY_AUDITOR)
public record FindConsentProof(PatientId patientId) implements AuditRead {
  @Override
  public String scopeCode() {
    return AuditScope.PATIENT.name();
  }

  @Override
  public String scopeId() {
    return patientId.value();
  }
}
