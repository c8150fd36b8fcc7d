package jp.tsunagaru.patient.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.BasicInfo;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Replaces the basic information; refuses {@code CONFLICT} when somebody else was faster. */
public record CorrectBasicInfo(
    @TargetAggregateIdentifier PatientId patientId, long expectedVersion, BasicInfo basicInfo)
    implements PatientCommand, PatientScoped {
  public CorrectBasicInfo {
    basicInfo = basicInfo.checked();
  }

  @Override
  public Right needs() {
    return Right.EDIT_BASIC;
  }
}
