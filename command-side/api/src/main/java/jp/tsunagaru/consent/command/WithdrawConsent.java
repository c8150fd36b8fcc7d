package jp.tsunagaru.consent.command;

import java.time.LocalDate;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 同意の撤回 (第16条1): from now on nobody sees the record; it is kept for five years and then disposed
 * of. Nothing is deleted by it (DL-11). Refuses {@code FUTURE_DATE} and {@code SHARING_STATE}.
 */
public record WithdrawConsent(
    @TargetAggregateIdentifier ConsentId consentId,
    PatientId patientId,
    RequestChannel channel,
    Requester requester,
    LocalDate withdrawnOn)
    implements ConsentCommand, PatientScoped {
  public WithdrawConsent {
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

  @Override
  public boolean afterEnd() {
    return true;
  }
}
