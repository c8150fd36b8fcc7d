package jp.tsunagaru.access.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagaru.access.AccessReasons;
import jp.tsunagaru.access.AccessReasons.Outcome;
import jp.tsunagaru.access.AccessReasons.Step;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Rule;
import jp.tsunagaru.audit.event.AccessGround;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * The rules with their outcomes. The decision and its explanation are two ways to read it, so they
 * cannot differ (TM-07).
 */
final class Evaluation {
  private final TeamFacts team;
  private final List<Step> steps = new ArrayList<>();
  private @Nullable Denial denial;

  Evaluation(TeamFacts team) {
    this.team = team;
  }

  /** The first broken rule decides; behind it no facts are looked for. */
  <F> void judge(List<AccessRule<F>> rules, Supplier<F> facts) {
    if (denial != null) {
      rules.forEach(rule -> steps.add(new Step(rule.rule(), Outcome.NOT_REACHED)));
      return;
    }
    F known = facts.get();
    for (AccessRule<F> rule : rules) {
      if (denial != null) {
        steps.add(new Step(rule.rule(), Outcome.NOT_REACHED));
      } else if (rule.holds(known)) {
        steps.add(new Step(rule.rule(), Outcome.HOLDS));
      } else {
        deny(rule.rule(), rule.otherwise());
      }
    }
  }

  void deny(Rule rule, Denial reason) {
    if (denial == null) {
      denial = reason;
      steps.add(new Step(rule, Outcome.BROKEN));
    } else {
      steps.add(new Step(rule, Outcome.NOT_REACHED));
    }
  }

  Decision decision() {
    return denial != null ? new Decision.Denied(denial) : new Decision.Allowed(ground());
  }

  /** Allowed as one of the team, whatever else might allow it too. */
  boolean isAllowedByMembership() {
    return denial == null && team.used().isPresent();
  }

  AccessReasons reasons() {
    return new AccessReasons(
        denial == null,
        List.copyOf(steps),
        unlocked() ? null : team.used().or(this::nearest).map(Evaluation::membership).orElse(null),
        denial == null && team.privateToRegistrar(),
        denial == null && carriedByEmergency(),
        unlocked());
  }

  private AccessGround ground() {
    String right = team.needs().name();
    if (unlocked()) {
      return new AccessGround(team.consentId(), "", "", right, team.lawfulOpeningId());
    }
    if (carriedByEmergency()) {
      return new AccessGround(team.consentId(), "", "", right, team.breakGlassId());
    }
    return team.used()
        .map(grant -> new AccessGround(team.consentId(), grant.grantId(), grant.groupId(), right))
        .filter(ground -> !team.privateToRegistrar())
        .orElseGet(() -> new AccessGround("", "", "", right));
  }

  /** Whatever membership there was, nothing but the opening carries this. */
  private boolean unlocked() {
    return denial == null && team.unlocked();
  }

  /** Who is in charge needs no emergency. */
  private boolean carriedByEmergency() {
    return !team.unlocked() && team.emergency() && team.used().isEmpty();
  }

  /** A membership in force that lacks the right explains more than one that is over. */
  private Optional<Grant> nearest() {
    return Stream.concat(
            team.grants().stream().filter(grant -> grant.validOn(team.today())),
            team.grants().stream())
        .findFirst();
  }

  private static AccessReasons.Membership membership(Grant grant) {
    return new AccessReasons.Membership(
        new GrantId(grant.grantId()),
        grant.groupId().isEmpty() ? null : new GroupId(grant.groupId()),
        grant.rights().stream().map(Right::valueOf).collect(Collectors.toUnmodifiableSet()),
        grant.from(),
        grant.to());
  }
}
