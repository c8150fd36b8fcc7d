package jp.tsunagaru.access.write;

/** PT-12: the asker cannot tell this from the rules below. */
final class PatientExists implements AccessRule<TeamFacts> {
  @Override
  public boolean holds(TeamFacts facts) {
    return !facts.sharing().isEmpty();
  }

  @Override
  public Denial otherwise() {
    return Denial.NO_PATIENT;
  }
}
