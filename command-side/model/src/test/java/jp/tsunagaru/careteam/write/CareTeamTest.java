package jp.tsunagaru.careteam.write;

import static jp.tsunagaru.access.write.Refusals.refused;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.access.write.People;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.careteam.command.AssignGroup;
import jp.tsunagaru.careteam.command.AssignMember;
import jp.tsunagaru.careteam.command.ChangeMembership;
import jp.tsunagaru.careteam.command.EndMembership;
import jp.tsunagaru.careteam.event.GroupAssigned;
import jp.tsunagaru.careteam.event.MemberAssigned;
import jp.tsunagaru.careteam.event.MembershipChanged;
import jp.tsunagaru.careteam.event.MembershipEnded;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CareTeamTest {
  private static final MembershipTerms READING =
      new MembershipTerms(TeamRole.PHARMACIST, EnumSet.of(Right.VIEW), null, null);

  private static final MembershipTerms WRITING =
      new MembershipTerms(
          TeamRole.PHARMACIST,
          EnumSet.of(Right.VIEW, Right.WRITE),
          null,
          LocalDate.of(2026, 12, 31));

  private final PatientId patientId = PatientId.next();
  private final CareTeamId teamId = CareTeamId.of(patientId);
  private final People.Person registrar = People.nurse();
  private final AccountId pharmacist = People.pharmacist().id();
  private final GroupId group = GroupId.next();
  private final GrantId grant = GrantId.next();
  private final MemberAssigned first =
      new MemberAssigned(
          teamId,
          patientId,
          GrantId.next(),
          registrar.id(),
          new MembershipTerms(TeamRole.VISITING_NURSE, EnumSet.allOf(Right.class), null, null));
  private final MemberAssigned second =
      new MemberAssigned(teamId, patientId, grant, pharmacist, READING);
  private final Known known = new Known();
  private FixtureConfiguration<CareTeam> fixture;

  @BeforeEach
  void setUp() {
    fixture = new AggregateTestFixture<>(CareTeam.class).registerInjectableResource(known);
    known.shared.add(patientId);
    known.careUsers.add(pharmacist);
    known.groups.add(group);
  }

  @Test
  void a_care_user_becomes_a_member() {
    fixture.given(first).when(assign(grant, pharmacist)).expectEvents(second);
  }

  @Test
  void nobody_joins_before_the_consent_or_while_sharing_is_stopped() {
    known.shared.clear();
    fixture
        .given(first)
        .when(assign(grant, pharmacist))
        .expectException(refused(RefusalCode.CONSENT_MISSING))
        .expectNoEvents();
    fixture
        .given(first)
        .when(new AssignGroup(teamId, patientId, grant, group, READING))
        .expectException(refused(RefusalCode.CONSENT_MISSING))
        .expectNoEvents();
  }

  @Test
  void an_account_that_is_no_care_user_in_use_is_refused() {
    fixture
        .given(first)
        .when(assign(grant, AccountId.next()))
        .expectException(refused(RefusalCode.UNKNOWN_ACCOUNT))
        .expectNoEvents();
  }

  @Test
  void nobody_has_two_memberships() {
    fixture
        .given(first, second)
        .when(assign(GrantId.next(), pharmacist))
        .expectException(refused(RefusalCode.ALREADY_MEMBER))
        .expectNoEvents();
  }

  @Test
  void a_former_member_can_come_back_under_a_new_grant() {
    GrantId again = GrantId.next();
    fixture
        .given(first, second, new MembershipEnded(teamId, patientId, grant, "LEFT"))
        .when(assign(again, pharmacist))
        .expectEvents(new MemberAssigned(teamId, patientId, again, pharmacist, READING));
  }

  @Test
  void an_assignment_sent_again_counts_once_and_its_grant_never_means_somebody_else() {
    fixture.given(first, second).when(assign(grant, pharmacist)).expectNoEvents();
    AccountId other = AccountId.next();
    known.careUsers.add(other);
    fixture
        .given(first, second)
        .when(assign(grant, other))
        .expectException(refused(RefusalCode.CONFLICT));
    fixture
        .given(first, second, new MembershipEnded(teamId, patientId, grant, "LEFT"))
        .when(assign(grant, pharmacist))
        .expectException(refused(RefusalCode.CONFLICT));
  }

  @Test
  void a_group_in_use_becomes_a_member_once() {
    GroupAssigned assigned = new GroupAssigned(teamId, patientId, grant, group, READING);
    fixture
        .given(first)
        .when(new AssignGroup(teamId, patientId, grant, group, READING))
        .expectEvents(assigned);
    fixture
        .given(first, assigned)
        .when(new AssignGroup(teamId, patientId, GrantId.next(), group, READING))
        .expectException(refused(RefusalCode.ALREADY_MEMBER));
  }

  @Test
  void a_dissolved_or_unknown_group_is_refused() {
    fixture
        .given(first)
        .when(new AssignGroup(teamId, patientId, grant, GroupId.next(), READING))
        .expectException(refused(RefusalCode.GROUP_STATE));
  }

  @Test
  void a_membership_changes_only_when_something_is_different() {
    fixture
        .given(first, second)
        .when(new ChangeMembership(teamId, patientId, grant, WRITING))
        .expectEvents(new MembershipChanged(teamId, patientId, grant, WRITING));
    fixture
        .given(first, second, new MembershipChanged(teamId, patientId, grant, WRITING))
        .when(new ChangeMembership(teamId, patientId, grant, WRITING))
        .expectNoEvents();
  }

  @Test
  void an_unknown_or_ended_membership_cannot_change() {
    fixture
        .given(first)
        .when(new ChangeMembership(teamId, patientId, grant, WRITING))
        .expectException(refused(RefusalCode.NOT_FOUND));
    fixture
        .given(first, second, new MembershipEnded(teamId, patientId, grant, "LEFT"))
        .when(new ChangeMembership(teamId, patientId, grant, WRITING))
        .expectException(refused(RefusalCode.NOT_FOUND));
  }

  @Test
  void a_membership_ends_once() {
    MembershipEnded ended = new MembershipEnded(teamId, patientId, grant, "LEFT");
    fixture
        .given(first, second)
        .when(new EndMembership(teamId, patientId, grant, "LEFT"))
        .expectEvents(ended);
    fixture
        .given(first, second, ended)
        .when(new EndMembership(teamId, patientId, grant, "LEFT"))
        .expectNoEvents();
    fixture
        .given(first)
        .when(new EndMembership(teamId, patientId, grant, "LEFT"))
        .expectException(refused(RefusalCode.NOT_FOUND));
  }

  @Test
  void a_right_for_one_patient_changes_no_team_of_another() {
    PatientId mine = PatientId.next();
    known.shared.add(mine);
    fixture
        .given(first, second)
        .when(new AssignMember(teamId, mine, GrantId.next(), pharmacist, WRITING))
        .expectException(refused(RefusalCode.NOT_FOUND));
    fixture
        .given(first, second)
        .when(new ChangeMembership(teamId, mine, grant, WRITING))
        .expectException(refused(RefusalCode.NOT_FOUND));
    fixture
        .given(first, second)
        .when(new EndMembership(teamId, mine, grant, "LEFT"))
        .expectException(refused(RefusalCode.NOT_FOUND));
  }

  private AssignMember assign(GrantId grantId, AccountId account) {
    return new AssignMember(teamId, patientId, grantId, account, READING);
  }

  static final class Known implements TeamLookup {
    final Set<PatientId> shared = new HashSet<>();
    final Set<AccountId> careUsers = new HashSet<>();
    final Set<GroupId> groups = new HashSet<>();

    @Override
    public boolean shared(PatientId patientId) {
      return shared.contains(patientId);
    }

    @Override
    public boolean careUsers(Set<AccountId> accounts) {
      return careUsers.containsAll(accounts);
    }

    @Override
    public boolean groupInUse(GroupId groupId) {
      return groups.contains(groupId);
    }
  }
}
