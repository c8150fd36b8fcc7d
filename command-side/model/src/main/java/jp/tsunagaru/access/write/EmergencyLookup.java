package jp.tsunagaru.access.write;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagaru.access.BreakGlassId;
import jp.tsunagaru.access.SoughtPatient;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.patient.PatientId;

/** What decisions about 緊急閲覧 need to know. */
interface EmergencyLookup {
  boolean enabled();

  int minutes();

  /** The one patient whom all of this fits and whose record is shared now; nobody otherwise. */
  Optional<PatientId> sharedPatient(SoughtPatient sought);

  /** Counts a try, whatever becomes of it; how many there were since, this one included. */
  int tries(AccountId account, Instant since, Instant now);

  boolean inForce(BreakGlassId breakGlassId, Instant at);
}
