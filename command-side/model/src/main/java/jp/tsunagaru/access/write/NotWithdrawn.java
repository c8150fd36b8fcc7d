package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Rule;

/**
 * §8.3 Q3: after a withdrawal nobody, but what carries out the patient's will (第16条2) and whom the
 * city let display the record on a lawful ground.
 */
final class NotWithdrawn implements AccessRule<TeamFacts> {
  @Override
  public Rule rule() {
    return Rule.NOT_WITHDRAWN;
  }

  @Override
  public boolean holds(TeamFacts facts) {
    return !facts.withdrawn() || facts.afterEnd() || facts.unlocked();
  }

  @Override
  public Denial otherwise() {
    return Denial.WITHDRAWN;
  }
}
