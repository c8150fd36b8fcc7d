package jp.tsunagaru.audit.write;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.audit.LogReviewId;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.incident.IncidentId;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;

/** What a review has to know beyond itself. */
interface LogReviewLookup {
  /**
   * An access as it stands in the history.
   *
   * @param facilityId that of the hat worn; of the account where none was on yet
   * @param patientId null when it was about nobody
   */
  record Access(
      Instant at, AccountId accountId, FacilityId facilityId, @Nullable PatientId patientId) {}

  /** Nothing for a number that the history does not have, and for an access of no known account. */
  Optional<Access> access(String eventId);

  /** Whether another review covers some of its days. */
  boolean overlaps(LogReviewId reviewId);

  /** Whether the facility has somebody who can answer. */
  boolean answers(FacilityId facilityId);

  /** Whether texts can still be sealed for the patient. */
  boolean kept(PatientId patientId);

  boolean exists(IncidentId incidentId);
}
