package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Rule;

/** TM-01: a membership works from its first to its last day. */
final class WithinValidity implements AccessRule<TeamFacts> {
  @Override
  public Rule rule() {
    return Rule.VALIDITY;
  }

  @Override
  public boolean holds(TeamFacts facts) {
    return facts.privateToRegistrar()
        || facts.emergency()
        || facts.unlocked()
        || facts.grants().stream().anyMatch(grant -> grant.validOn(facts.today()));
  }

  @Override
  public Denial otherwise() {
    return Denial.EXPIRED;
  }
}
