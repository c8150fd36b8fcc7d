package jp.tsunagaru.access.write;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import jp.tsunagaru.access.AccessExplanations;
import jp.tsunagaru.access.AccessReasons;
import jp.tsunagaru.access.PatientAt;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Origin;
import jp.tsunagaru.patient.PatientId;
import org.springframework.stereotype.Component;

/** Asks the decision for its reasons, as if the account stood before the gate (TM-07). */
@Component
final class AccessExplainer implements AccessExplanations {
  private final FactsInForce inForce;
  private final FactsOfThePast past;
  private final Clock clock;

  AccessExplainer(FactsInForce inForce, FactsOfThePast past, Clock clock) {
    this.inForce = inForce;
    this.past = past;
    this.clock = clock;
  }

  private record Look(PatientId patientId, Right needs, Optional<DocumentId> documentConcerned)
      implements PatientScoped {}

  @Override
  public AccessReasons explain(
      AccountId account,
      PatientId patient,
      Right right,
      Optional<DocumentId> document,
      Optional<Instant> at) {
    Origin origin = new Origin(account.value(), "", Set.of(Role.CARE_USER.name()), "", "", "", "");
    Look look = new Look(patient, right, document);
    Instant now = clock.instant();
    Optional<Instant> before = at.filter(moment -> moment.isBefore(now));
    AccessFacts facts = before.isPresent() ? past : inForce;
    return AccessDecisions.evaluate(facts.of(origin, look, before.orElse(now)), look).reasons();
  }

  @Override
  public PatientAt patientAt(PatientId patient, Instant at) {
    return past.patientAt(patient, at);
  }
}
