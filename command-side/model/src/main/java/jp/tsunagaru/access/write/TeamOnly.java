package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Rule;

/**
 * 第15条1: only somebody in charge of the patient, by name or through a group; in an emergency who
 * opened the record (TM-10), and whom the city named on a lawful ground (§8.3 Q3).
 */
final class TeamOnly implements AccessRule<TeamFacts> {
  @Override
  public Rule rule() {
    return Rule.TEAM;
  }

  @Override
  public boolean holds(TeamFacts facts) {
    return facts.privateToRegistrar()
        || facts.emergency()
        || facts.unlocked()
        || !facts.grants().isEmpty();
  }

  @Override
  public Denial otherwise() {
    return Denial.NO_MEMBERSHIP;
  }
}
