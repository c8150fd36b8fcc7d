package jp.tsunagaru.patient.command;

import java.util.List;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Puts a record of the same person under another one (PT-09): whoever may see both sees them as one
 * course. Consent, team and visibility of each stay as they are, so nobody's sight grows or
 * shrinks. Only who manages both teams does it. Refuses {@code CONSENT_MISSING} unless both are
 * shared, {@code MERGE_STATE} for a record that stands under another or has one under it.
 *
 * @param patientId the record that stands under the other from now on
 * @param mainId the record that is carried on
 */
public record MergePatients(
    @TargetAggregateIdentifier PatientId patientId, PatientId mainId, String reasonCode)
    implements PatientCommand, PatientScoped {
  public MergePatients {
    reasonCode = Check.required("reason", reasonCode, 40);
  }

  @Override
  public Right needs() {
    return Right.MANAGE_TEAM;
  }

  @Override
  public List<PatientId> alongside() {
    return List.of(mainId);
  }
}
