package jp.tsunagaru.patient.query;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/** 拡張情報 with the history of every field (PT-08). */
public record GetExtendedInfo(PatientId patientId) implements PatientScoped {
  @Override
  public Right needs() {
    return Right.VIEW;
  }
}
