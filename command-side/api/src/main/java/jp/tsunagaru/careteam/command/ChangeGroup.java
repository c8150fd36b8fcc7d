package jp.tsunagaru.careteam.command;

import java.util.Set;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Replaces name and members; patients the group cares for change hands at once (TM-02). */
@AllowedFor({Role.CARE_USER, Role.FACILITY_ADMIN})
public record ChangeGroup(
    @TargetAggregateIdentifier GroupId groupId, String name, Set<AccountId> members)
    implements CareTeamCommand {
  public ChangeGroup {
    name = Check.required("groupName", name, 60);
    members = Set.copyOf(members);
  }
}
