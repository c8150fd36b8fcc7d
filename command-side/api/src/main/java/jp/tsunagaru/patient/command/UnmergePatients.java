package jp.tsunagaru.patient.command;

import java.util.List;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes a merge back: both records are what they were, with everything written since (PT-09).
 * Refuses {@code MERGE_STATE} when they are not merged.
 */
public record UnmergePatients(
    @TargetAggregateIdentifier PatientId patientId, PatientId mainId, String reasonCode)
    implements PatientCommand, PatientScoped {
  public UnmergePatients {
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
