package jp.tsunagaru.retention.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.DeletionRequestId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 第16条3: what the request names is deleted and purged at once, for good; the request takes the
 * place of the second person (DL-03). Refuses {@code DELETION_HELD} while the city holds it (DL-10)
 * and {@code DELETION_STATE}.
 */
public record ExecuteDeletion(
    @TargetAggregateIdentifier DeletionRequestId requestId, PatientId patientId)
    implements RetentionCommand, PatientScoped {
  @Override
  public Right needs() {
    return Right.DELETE;
  }

  @Override
  public boolean whileStopped() {
    return true;
  }

  @Override
  public boolean afterEnd() {
    return true;
  }
}
