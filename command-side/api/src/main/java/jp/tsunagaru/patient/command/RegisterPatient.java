package jp.tsunagaru.patient.command;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;
import jp.tsunagaru.careteam.GrantId;
import jp.tsunagaru.careteam.TeamRole;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Registers a patient. Until a consent is recorded only the registrar sees anything of it (第16条1,
 * PT-01). The registrar becomes the first member of the care team with every right.
 *
 * @param grantId the id of the registrar's membership
 * @param registrarRole the registrar's part in the team
 */
@AllowedFor(Role.CARE_USER)
public record RegisterPatient(
    @TargetAggregateIdentifier PatientId patientId,
    BasicInfo basicInfo,
    GrantId grantId,
    TeamRole registrarRole)
    implements PatientCommand {
  public RegisterPatient {
    basicInfo = basicInfo.checked();
  }
}
