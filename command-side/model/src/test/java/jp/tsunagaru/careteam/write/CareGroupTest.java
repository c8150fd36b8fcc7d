package jp.tsunagaru.careteam.write;

import static jp.tsunagaru.access.write.Refusals.refused;

import java.util.Set;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.command.ChangeGroup;
import jp.tsunagaru.careteam.command.CreateGroup;
import jp.tsunagaru.careteam.command.DissolveGroup;
import jp.tsunagaru.careteam.event.GroupChanged;
import jp.tsunagaru.careteam.event.GroupCreated;
import jp.tsunagaru.careteam.event.GroupDissolved;
import jp.tsunagaru.facility.FacilityId;
import jp.tsunagaru.japanese.Profession;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CareGroupTest {
  private final GroupId groupId = GroupId.next();
  private final People.Person owner = People.nurse();
  private final AccountId night = AccountId.next();
  private final AccountId day = AccountId.next();
  private final CareTeamTest.Known known = new CareTeamTest.Known();
  private final GroupCreated created =
      new GroupCreated(groupId, owner.facility(), owner.id(), "夜間当番", Set.of(night));
  private FixtureConfiguration<CareGroup> fixture;

  @BeforeEach
  void setUp() {
    fixture = new AggregateTestFixture<>(CareGroup.class).registerInjectableResource(known);
    known.careUsers.addAll(Set.of(night, day));
  }

  @Test
  void a_group_belongs_to_its_maker_and_to_the_facility_of_its_maker() {
    fixture
        .givenNoPriorActivity()
        .when(new CreateGroup(groupId, "夜間当番", Set.of(night)), owner.metaData())
        .expectEvents(created);
  }

  @Test
  void a_group_sent_again_counts_once_and_is_not_found_by_others() {
    CreateGroup again = new CreateGroup(groupId, "夜間当番", Set.of(night));
    fixture.given(created).when(again, owner.metaData()).expectNoEvents();
    fixture
        .given(created)
        .when(again, People.nurse().metaData())
        .expectException(refused(RefusalCode.NOT_FOUND));
  }

  @Test
  void a_group_takes_care_users_only() {
    fixture
        .givenNoPriorActivity()
        .when(new CreateGroup(groupId, "夜間当番", Set.of(AccountId.next())), owner.metaData())
        .expectException(refused(RefusalCode.UNKNOWN_ACCOUNT))
        .expectNoEvents();
    fixture
        .given(created)
        .when(new ChangeGroup(groupId, "夜間当番", Set.of(night, AccountId.next())), owner.metaData())
        .expectException(refused(RefusalCode.UNKNOWN_ACCOUNT))
        .expectNoEvents();
  }

  @Test
  void the_maker_changes_the_members() {
    fixture
        .given(created)
        .when(new ChangeGroup(groupId, "夜間当番", Set.of(night, day)), owner.metaData())
        .expectEvents(new GroupChanged(groupId, "夜間当番", Set.of(night, day)));
  }

  @Test
  void a_member_whose_account_ended_blocks_no_change() {
    known.careUsers.remove(night);
    fixture
        .given(created)
        .when(new ChangeGroup(groupId, "夜間当番", Set.of(night, day)), owner.metaData())
        .expectEvents(new GroupChanged(groupId, "夜間当番", Set.of(night, day)));
  }

  @Test
  void nothing_happens_when_nothing_is_different() {
    fixture
        .given(created)
        .when(new ChangeGroup(groupId, "夜間当番", Set.of(night)), owner.metaData())
        .expectNoEvents();
  }

  @Test
  void an_administrator_of_the_same_facility_may_change_it() {
    People.Person administrator =
        People.at(owner.facility(), Profession.NURSE, Role.FACILITY_ADMIN);
    fixture
        .given(created)
        .when(new DissolveGroup(groupId), administrator.metaData())
        .expectEvents(new GroupDissolved(groupId));
  }

  @Test
  void for_anybody_else_the_group_does_not_exist() {
    People.Person colleague = People.at(owner.facility(), Profession.NURSE, Role.CARE_USER);
    People.Person foreignAdministrator =
        People.at(FacilityId.next(), Profession.NURSE, Role.FACILITY_ADMIN);
    for (People.Person other : Set.of(colleague, foreignAdministrator)) {
      fixture
          .given(created)
          .when(new ChangeGroup(groupId, "日勤", Set.of(day)), other.metaData())
          .expectException(refused(RefusalCode.NOT_FOUND))
          .expectNoEvents();
      fixture
          .given(created)
          .when(new DissolveGroup(groupId), other.metaData())
          .expectException(refused(RefusalCode.NOT_FOUND))
          .expectNoEvents();
    }
  }

  @Test
  void a_dissolved_group_stays_dissolved() {
    fixture
        .given(created, new GroupDissolved(groupId))
        .when(new ChangeGroup(groupId, "日勤", Set.of(day)), owner.metaData())
        .expectException(refused(RefusalCode.GROUP_STATE));
    fixture
        .given(created, new GroupDissolved(groupId))
        .when(new DissolveGroup(groupId), owner.metaData())
        .expectNoEvents();
  }
}
