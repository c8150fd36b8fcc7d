package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Rule;

/** PT-12: the asker cannot tell this from the rules below. */
final class PatientExists implements AccessRule<TeamFacts> {
  @Override
  public Rule rule() {
    return Rule.PATIENT;
  }

  @Override
  public boolean holds(TeamFacts facts) {
    return !facts.sharing().isEmpty();
  }

  @Override
  public Denial otherwise() {
    return Denial.NO_PATIENT;
  }
}
