package jp.tsunagaru.careteam.event;

import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;

/** Name and members as they are from now on. */
public record GroupChanged(GroupId groupId, String name, Set<AccountId> members)
    implements CareTeamEvent {}
