package jp.tsunagaru.careteam.command;

import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes a group; members may come from any facility. Its facility's administrator or its maker
 * changes it.
 */
@AllowedFor({Role.CARE_USER, Role.FACILITY_ADMIN})
public record CreateGroup(
    @TargetAggregateIdentifier GroupId groupId, String name, Set<AccountId> members)
    implements CareTeamCommand {
  public CreateGroup {
    name = Check.required("groupName", name, 60);
    members = Set.copyOf(members);
  }
}
