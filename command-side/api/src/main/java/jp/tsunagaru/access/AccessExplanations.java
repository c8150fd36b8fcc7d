package jp.tsunagaru.access;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/**
 * Explains accesses by the code that decides them (TM-07). Whoever hands an explanation out has to
 * decide who may know it.
 */
public interface AccessExplanations {
  /**
   * @param at nothing for now; a past moment is explained from the events up to it
   */
  AccessReasons explain(
      AccountId account,
      PatientId patient,
      Right right,
      Optional<DocumentId> document,
      Optional<Instant> at);

  /** Consent and team at a moment, from the same facts that explain an access of then. */
  PatientAt patientAt(PatientId patient, Instant at);
}
