package jp.tsunagaru.consent.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Sharing goes on after a stop, at the wish of the patient or a proxy (PT-10); only somebody who
 * held the right to stop may say so.
 */
public record ResumeSharing(
    @TargetAggregateIdentifier ConsentId consentId,
    PatientId patientId,
    RequestChannel channel,
    Requester requester)
    implements ConsentCommand, PatientScoped {
  public ResumeSharing {
    requester = requester.checked();
  }

  @Override
  public Right needs() {
    return Right.EDIT_BASIC;
  }

  @Override
  public boolean whileStopped() {
    return true;
  }
}
