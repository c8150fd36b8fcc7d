package jp.tsunagaru.careteam.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.careteam.CareTeamId;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.MembershipTerms;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes an account a member; refuses {@code CONSENT_MISSING}, {@code ALREADY_MEMBER}, {@code
 * UNKNOWN_ACCOUNT}.
 */
public record AssignMember(
    @TargetAggregateIdentifier CareTeamId teamId,
    PatientId patientId,
    GrantId grantId,
    AccountId accountId,
    MembershipTerms terms)
    implements CareTeamCommand, PatientScoped {
  public AssignMember {
    terms = terms.checked();
  }

  @Override
  public Right needs() {
    return Right.MANAGE_TEAM;
  }
}
