package jp.tsunagaru.access.query;

import java.time.Instant;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.AuditRead;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Why anybody could or could not see something at a moment, for the auditor (TM-07); from the
 * events up to it.
 *
 * @param documentId null for the patient's record as a whole
 */
@AllowedFor(Role.CITY_AUDITOR)
public record ReplayAccessReasons(
    PatientId patientId, AccountId accountId, @Nullable DocumentId documentId, Instant at)
    implements AuditRead {
  @Override
  public String scopeCode() {
    return "PATIENT";
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
