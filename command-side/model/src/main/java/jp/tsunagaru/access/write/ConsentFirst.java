package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Rule;

/** 第16条1, PT-01: without a consent nobody but the registrar. */
final class ConsentFirst implements AccessRule<TeamFacts> {
  @Override
  public Rule rule() {
    return Rule.CONSENT;
  }

  @Override
  public boolean holds(TeamFacts facts) {
    return !facts.provisional() || facts.registrar();
  }

  @Override
  public Denial otherwise() {
    return Denial.NO_CONSENT;
  }
}
