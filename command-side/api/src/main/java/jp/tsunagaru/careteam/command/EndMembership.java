package jp.tsunagaru.careteam.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ends a membership; access ends at once, in open sessions too (TM-06). */
public record EndMembership(
    @TargetAggregateIdentifier CareTeamId teamId,
    PatientId patientId,
    GrantId grantId,
    String reasonCode)
    implements CareTeamCommand, PatientScoped {
  @Override
  public Right needs() {
    return Right.MANAGE_TEAM;
  }
}
