package jp.tsunagaru.patient.query;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/** 共有の経過 (PT-10): who stopped it, for whom, and how it went on; answered {@link SharingSteps}. */
public record GetSharingSteps(PatientId patientId) implements PatientScoped {
  @Override
  public Right needs() {
    return Right.VIEW;
  }
}
