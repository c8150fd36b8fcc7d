package jp.tsunagaru.form.query;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/** The forms of a patient with their validity (FM-08); drafts for who may fill in forms. */
public record ListForms(PatientId patientId) implements PatientScoped {
  @Override
  public Right needs() {
    return Right.VIEW;
  }
}
