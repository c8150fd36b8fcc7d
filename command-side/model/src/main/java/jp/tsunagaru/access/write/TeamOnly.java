package jp.tsunagaru.access.write;

/** 第15条1: only somebody in charge of the patient, by name or through a group. */
final class TeamOnly implements AccessRule<TeamFacts> {
  @Override
  public boolean holds(TeamFacts facts) {
    return facts.privateToRegistrar() || !facts.grants().isEmpty();
  }

  @Override
  public Denial otherwise() {
    return Denial.NO_MEMBERSHIP;
  }
}
