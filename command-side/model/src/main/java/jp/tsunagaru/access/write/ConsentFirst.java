package jp.tsunagaru.access.write;

/** 第16条1, PT-01: without a consent nobody but the registrar. */
final class ConsentFirst implements AccessRule<TeamFacts> {
  @Override
  public boolean holds(TeamFacts facts) {
    return !facts.provisional() || facts.registrar();
  }

  @Override
  public Denial otherwise() {
    return Denial.NO_CONSENT;
  }
}
