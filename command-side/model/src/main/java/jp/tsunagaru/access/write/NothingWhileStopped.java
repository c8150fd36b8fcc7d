package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Rule;

/** 様式第2 §3, PT-10: while sharing is stopped, only what ends the stop. */
final class NothingWhileStopped implements AccessRule<TeamFacts> {
  @Override
  public Rule rule() {
    return Rule.NOT_STOPPED;
  }

  @Override
  public boolean holds(TeamFacts facts) {
    return !facts.stopped() || facts.whileStopped();
  }

  @Override
  public Denial otherwise() {
    return Denial.STOPPED;
  }
}
