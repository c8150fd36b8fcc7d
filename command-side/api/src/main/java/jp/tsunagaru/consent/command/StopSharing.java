package jp.tsunagaru.consent.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.consent.RequestChannel;
import jp.tsunagaru.consent.Requester;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** 情報共有の停止 (様式第2 §3): from now on nobody reads or writes; nothing is deleted (PT-10, DL-11). */
public record StopSharing(
    @TargetAggregateIdentifier ConsentId consentId,
    PatientId patientId,
    RequestChannel channel,
    Requester requester)
    implements ConsentCommand, PatientScoped {
  public StopSharing {
    requester = requester.checked();
  }

  @Override
  public Right needs() {
    return Right.EDIT_BASIC;
  }
}
