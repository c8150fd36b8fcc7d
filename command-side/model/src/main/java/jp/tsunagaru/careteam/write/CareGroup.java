package jp.tsunagaru.careteam.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;
import jp.tsunagaru.access.write.Acting;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.command.ChangeGroup;
import jp.tsunagaru.careteam.command.CreateGroup;
import jp.tsunagaru.careteam.command.DissolveGroup;
import jp.tsunagaru.careteam.event.GroupChanged;
import jp.tsunagaru.careteam.event.GroupCreated;
import jp.tsunagaru.careteam.event.GroupDissolved;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** 担当者グループ (別紙1④). */
@Aggregate
class CareGroup {
  private record Keeper(AccountId owner, FacilityId facility) {}

  @AggregateIdentifier private GroupId groupId;
  private @Nullable Keeper keeper;
  private String name = "";
  private Set<AccountId> members = Set.of();
  private boolean dissolved;

  CareGroup() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void create(CreateGroup command, MetaData metaData, TeamLookup lookup) {
    AccountId owner = Acting.account(metaData);
    if (keeper != null) {
      // Sent again after a lost answer it counts once; nobody else learns that the id is in use.
      if (!keeper.owner().equals(owner)) {
        throw new Refused(RefusalCode.NOT_FOUND);
      }
      return;
    }
    CareUsersOnlyInTeams.check(command.members(), lookup);
    apply(
        new GroupCreated(
            command.groupId(),
            Acting.facility(metaData),
            owner,
            command.name(),
            command.members()));
  }

  @CommandHandler
  void change(ChangeGroup command, MetaData metaData, TeamLookup lookup) {
    checkKeeper(metaData);
    if (dissolved) {
      throw new Refused(RefusalCode.GROUP_STATE);
    }
    // Who is in already may have left meanwhile; that must not block taking somebody else out.
    Set<AccountId> joining = new HashSet<>(command.members());
    joining.removeAll(members);
    CareUsersOnlyInTeams.check(joining, lookup);
    if (!command.name().equals(name) || !command.members().equals(members)) {
      apply(new GroupChanged(groupId, command.name(), command.members()));
    }
  }

  @CommandHandler
  void dissolve(DissolveGroup command, MetaData metaData) {
    checkKeeper(metaData);
    dissolve();
  }

  void dissolve() {
    if (!dissolved) {
      apply(new GroupDissolved(groupId));
    }
  }

  private void checkKeeper(MetaData metaData) {
    if (keeper == null) {
      throw new Refused(RefusalCode.NOT_FOUND);
    }
    OwnerOrAdministrator.check(Acting.origin(metaData), keeper.owner(), keeper.facility());
  }

  @EventSourcingHandler
  void on(GroupCreated event) {
    groupId = event.groupId();
    keeper = new Keeper(event.ownerId(), event.facilityId());
    name = event.name();
    members = event.members();
  }

  @EventSourcingHandler
  void on(GroupChanged event) {
    name = event.name();
    members = event.members();
  }

  @EventSourcingHandler
  void on(GroupDissolved event) {
    dissolved = true;
  }
}
