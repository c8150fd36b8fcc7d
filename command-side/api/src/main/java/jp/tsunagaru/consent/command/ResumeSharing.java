package jp.tsunagaru.consent.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Sharing goes on after a stop; only somebody who held the right to stop may say so. */
public record ResumeSharing(@TargetAggregateIdentifier ConsentId consentId, PatientId patientId)
    implements ConsentCommand, PatientScoped {
  @Override
  public Right needs() {
    return Right.EDIT_BASIC;
  }

  @Override
  public boolean whileStopped() {
    return true;
  }
}
