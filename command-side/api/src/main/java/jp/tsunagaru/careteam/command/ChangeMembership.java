package jp.tsunagaru.careteam.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Changes part, rights or validity of a membership (別紙1⑤ アクセス権設定). */
public record ChangeMembership(
    @TargetAggregateIdentifier CareTeamId teamId,
    PatientId patientId,
    GrantId grantId,
    MembershipTerms terms)
    implements CareTeamCommand, PatientScoped {
  public ChangeMembership {
    terms = terms.checked();
  }

  @Override
  public Right needs() {
    return Right.MANAGE_TEAM;
  }
}
