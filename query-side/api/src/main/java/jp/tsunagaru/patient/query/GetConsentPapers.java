package jp.tsunagaru.patient.query;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/** The signed sheets kept with the consent (PT-04); the answer is {@link ConsentPapers}. */
public record GetConsentPapers(PatientId patientId) implements PatientScoped {
  @Override
  public Right needs() {
    return Right.VIEW;
  }
}
