package jp.tsunagaru.careteam.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.EnumSet;
import java.util.Set;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
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
import jp.tsunagaru.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** The people and groups in charge of one patient (第15条). Public for its registration only. */
@Aggregate
public class CareTeam {
  @AggregateIdentifier private CareTeamId teamId;
  private final Memberships memberships = new Memberships();

  CareTeam() {}

  /** The registrar is the first member, with every right and no end. */
  public static CareTeam startedBy(
      AccountId registrar, PatientId patientId, GrantId grantId, TeamRole role) {
    CareTeam team = new CareTeam();
    apply(
        new MemberAssigned(
            CareTeamId.of(patientId),
            patientId,
            grantId,
            registrar,
            new MembershipTerms(role, EnumSet.allOf(Right.class), null, null)));
    return team;
  }

  @CommandHandler
  void assign(AssignMember command, TeamLookup lookup) {
    TeamOfThisPatient.check(teamId, command.patientId());
    if (memberships.repeats(command.grantId(), command.accountId())) {
      return;
    }
    ConsentBeforeTeam.check(command.patientId(), lookup);
    CareUsersOnlyInTeams.check(Set.of(command.accountId()), lookup);
    memberships.refuseSecond(command.accountId());
    apply(
        new MemberAssigned(
            teamId, command.patientId(), command.grantId(), command.accountId(), command.terms()));
  }

  @CommandHandler
  void assign(AssignGroup command, TeamLookup lookup) {
    TeamOfThisPatient.check(teamId, command.patientId());
    if (memberships.repeats(command.grantId(), command.groupId())) {
      return;
    }
    ConsentBeforeTeam.check(command.patientId(), lookup);
    if (!lookup.groupInUse(command.groupId())) {
      throw new Refused(RefusalCode.GROUP_STATE);
    }
    memberships.refuseSecond(command.groupId());
    apply(
        new GroupAssigned(
            teamId, command.patientId(), command.grantId(), command.groupId(), command.terms()));
  }

  @CommandHandler
  void change(ChangeMembership command) {
    TeamOfThisPatient.check(teamId, command.patientId());
    if (!memberships.inForce(command.grantId()).equals(command.terms())) {
      apply(new MembershipChanged(teamId, command.patientId(), command.grantId(), command.terms()));
    }
  }

  @CommandHandler
  void end(EndMembership command) {
    TeamOfThisPatient.check(teamId, command.patientId());
    end(command.patientId(), command.grantId(), command.reasonCode());
  }

  void end(PatientId patientId, GrantId grantId, String reasonCode) {
    if (memberships.isEnded(grantId)) {
      return;
    }
    memberships.inForce(grantId);
    apply(new MembershipEnded(teamId, patientId, grantId, reasonCode));
  }

  @EventSourcingHandler
  void on(MemberAssigned event) {
    teamId = event.teamId();
    memberships.begin(event.grantId(), event.accountId(), event.terms());
  }

  @EventSourcingHandler
  void on(GroupAssigned event) {
    memberships.begin(event.grantId(), event.groupId(), event.terms());
  }

  @EventSourcingHandler
  void on(MembershipChanged event) {
    memberships.change(event.grantId(), event.terms());
  }

  @EventSourcingHandler
  void on(MembershipEnded event) {
    memberships.end(event.grantId());
  }
}
