package jp.tsunagaru.access.write;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Rule;
import jp.tsunagaru.kernel.Origin;
import org.springframework.stereotype.Component;

/** Decides about one patient: the rules in their order, on facts of the moment. */
@Component
final class AccessDecisions {
  static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private static final List<AccessRule<TeamFacts>> TEAM_RULES =
      List.of(
          new CareUsersOnly(),
          new PatientExists(),
          new ConsentFirst(),
          new NothingWhileStopped(),
          new NotWithdrawn(),
          new TeamOnly(),
          new WithinValidity(),
          new DisplayOnlyAfterEnd(),
          new RightHeld());

  private static final List<AccessRule<DocumentFacts>> DOCUMENT_RULES =
      List.of(
          new DocumentOfThisPatient(),
          new FileOfThisDocument(),
          new DocumentNotGone(),
          new DocumentInScope());

  private final UsualFacts usual;
  private final FactsInForce inForce;

  AccessDecisions(UsualFacts usual, FactsInForce inForce) {
    this.usual = usual;
    this.inForce = inForce;
  }

  /**
   * @param actor nobody when the account is not in use or the session not open
   * @param named how an account that writes does so, when known
   */
  record Decided(Optional<Actor> actor, Optional<ActorsName> named, Decision decision) {}

  /** Decides at {@code at}; whether the actor's session is open is for the gate on the buses. */
  Decision decide(Origin origin, PatientScoped message, Instant at) {
    return decided(origin, message, at).decision();
  }

  /** Each look is one moment; the second one does not build on the first. */
  Decided decided(Origin origin, PatientScoped message, Instant at) {
    FactsInForce.Standing standing = usual.standing(origin, message, at);
    Evaluation evaluation = evaluate(standing.facts(), message);
    if (!evaluation.isAllowedByMembership()) {
      standing = inForce.standing(origin, message, at);
      evaluation = evaluate(standing.facts(), message);
    }
    return new Decided(standing.actor(), standing.named(), evaluation.decision());
  }

  static Evaluation evaluate(AccessFacts.Facts facts, PatientScoped message) {
    TeamFacts team = facts.team();
    Evaluation evaluation = new Evaluation(team);
    evaluation.judge(TEAM_RULES, () -> team);
    if (message.documentConcerned().isPresent()) {
      evaluation.judge(DOCUMENT_RULES, facts.document());
    } else if (message.attachmentConcerned().isPresent()) {
      // A file without its document could not be decided: default is no.
      evaluation.deny(Rule.FILE_OF_DOCUMENT, Denial.DOCUMENT_HIDDEN);
    }
    return evaluation;
  }
}
