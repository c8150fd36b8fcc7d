package jp.tsunagaru.audit;

import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.japanese.Profession;

/**
 * What an account may do on one day: figures, no patient.
 *
 * @param rights that it has in at least one team
 * @param teams patients whose team it belongs to, by itself or through a group
 * @param groups 担当者グループ that it belongs to
 */
public record HeldRights(
    AccountId accountId,
    Profession profession,
    Set<Role> roles,
    Set<Right> rights,
    int teams,
    int groups) {
  public HeldRights {
    roles = Set.copyOf(roles);
    rights = Set.copyOf(rights);
  }

  /** Whether something was taken away since. */
  public boolean reducedTo(HeldRights later) {
    return later.teams < teams
        || later.groups < groups
        || !later.rights.containsAll(rights)
        || !later.roles.containsAll(roles);
  }

  /** Whether nothing was added since. */
  public boolean covers(HeldRights later) {
    return later.teams <= teams
        && later.groups <= groups
        && rights.containsAll(later.rights)
        && roles.containsAll(later.roles)
        && profession == later.profession;
  }
}
