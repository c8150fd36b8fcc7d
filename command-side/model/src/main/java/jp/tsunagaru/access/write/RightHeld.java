package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Rule;

/** 別紙1⑤ アクセス権設定, TM-03: a valid membership that holds the right needed. */
final class RightHeld implements AccessRule<TeamFacts> {
  @Override
  public Rule rule() {
    return Rule.RIGHT;
  }

  @Override
  public boolean holds(TeamFacts facts) {
    return facts.privateToRegistrar()
        || facts.emergency()
        || facts.unlocked()
        || facts.used().isPresent();
  }

  @Override
  public Denial otherwise() {
    return Denial.RIGHT_MISSING;
  }
}
