package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Rule;

/**
 * 第15条1: only somebody in charge of the patient, by name or through a group; in an emergency who
 * opened the record (TM-10).
 */
final class TeamOnly implements AccessRule<TeamFacts> {
  @Override
  public Rule rule() {
    return Rule.TEAM;
  }

  @Override
  public boolean holds(TeamFacts facts) {
    return facts.privateToRegistrar() || facts.emergency() || !facts.grants().isEmpty();
  }

  @Override
  public Denial otherwise() {
    return Denial.NO_MEMBERSHIP;
  }
}
