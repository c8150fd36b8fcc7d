package jp.tsunagaru.consent.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.consent.ConsentId;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** 終結の取消: an end recorded by mistake. A withdrawal of consent is not taken back this way. */
public record ResumeUse(@TargetAggregateIdentifier ConsentId consentId, PatientId patientId)
    implements ConsentCommand, PatientScoped {
  @Override
  public Right needs() {
    return Right.EDIT_BASIC;
  }

  @Override
  public boolean afterEnd() {
    return true;
  }
}
