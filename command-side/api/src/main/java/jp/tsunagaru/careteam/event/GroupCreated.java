package jp.tsunagaru.careteam.event;

import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.facility.FacilityId;

/** 別紙1④ 利用者のグループ設定. */
public record GroupCreated(
    GroupId groupId, FacilityId facilityId, AccountId ownerId, String name, Set<AccountId> members)
    implements CareTeamEvent {}
