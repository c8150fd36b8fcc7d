package jp.tsunagaru.careteam.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.GroupId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes everybody in a group a member, as the group stands at each moment (TM-02). */
public record AssignGroup(
    @TargetAggregateIdentifier CareTeamId teamId,
    PatientId patientId,
    GrantId grantId,
    GroupId groupId,
    MembershipTerms terms)
    implements CareTeamCommand, PatientScoped {
  public AssignGroup {
    terms = terms.checked();
  }

  @Override
  public Right needs() {
    return Right.MANAGE_TEAM;
  }
}
