package jp.tsunagaru.document;

import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.japanese.Profession;

/** Who of the team sees a document (TM-04). The author always does. */
public record Visibility(
    Scope scope, Set<AccountId> accounts, Set<GroupId> groups, Set<Profession> professions) {
  public static final Visibility TEAM = new Visibility(Scope.TEAM, Set.of(), Set.of(), Set.of());

  public enum Scope {
    TEAM,
    SELECTED,
    PROFESSIONS
  }

  public Visibility {
    accounts = Set.copyOf(accounts);
    groups = Set.copyOf(groups);
    professions = Set.copyOf(professions);
  }
}
