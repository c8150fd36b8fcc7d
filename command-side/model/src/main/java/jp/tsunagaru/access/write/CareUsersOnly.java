package jp.tsunagaru.access.write;

import jp.tsunagaru.access.Rule;

/** City, contractor, council and plain administrators have no clinical access (domain.md §8.2). */
final class CareUsersOnly implements AccessRule<TeamFacts> {
  @Override
  public Rule rule() {
    return Rule.CARE_USER;
  }

  @Override
  public boolean holds(TeamFacts facts) {
    return facts.careUser();
  }

  @Override
  public Denial otherwise() {
    return Denial.ROLE;
  }
}
