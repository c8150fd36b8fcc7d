package jp.tsunagaru.retention.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.retention.DeletionRequestId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The requester thinks otherwise before anything was deleted. */
public record TakeBackDeletionRequest(
    @TargetAggregateIdentifier DeletionRequestId requestId, PatientId patientId)
    implements RetentionCommand, PatientScoped {
  @Override
  public Right needs() {
    return Right.EDIT_BASIC;
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
