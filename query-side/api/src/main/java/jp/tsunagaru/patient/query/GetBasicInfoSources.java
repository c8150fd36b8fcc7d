package jp.tsunagaru.patient.query;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/** 基本情報 with the author and time of each value; the answer is {@link BasicInfoSources}. */
public record GetBasicInfoSources(PatientId patientId) implements PatientScoped {
  @Override
  public Right needs() {
    return Right.VIEW;
  }
}
