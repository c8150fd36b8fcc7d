package jp.tsunagaru.access.write;

import java.util.Optional;
import jp.tsunagaru.access.SoughtPatient;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.patient.PatientId;

/** What decisions about openings on a lawful ground need to know. */
interface WithdrawnLookup {
  /** The one withdrawn patient whom all of this fits; nobody otherwise. */
  Optional<PatientId> withdrawnPatient(SoughtPatient sought);

  boolean withdrawn(PatientId patientId);

  /** Whether it is a care user's account in use. */
  boolean careUser(AccountId accountId);
}
