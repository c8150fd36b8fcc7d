package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Rule;

/** 第19条, DL-05: after the end of use what was shared is displayed for five years, not changed. */
final class DisplayOnlyAfterEnd implements AccessRule<TeamFacts> {
  @Override
  public Rule rule() {
    return Rule.RETENTION;
  }

  @Override
  public boolean holds(TeamFacts facts) {
    return !facts.ended() || facts.afterEnd() || facts.needs() == Right.VIEW && facts.kept();
  }

  @Override
  public Denial otherwise() {
    return Denial.RETAINED;
  }
}
