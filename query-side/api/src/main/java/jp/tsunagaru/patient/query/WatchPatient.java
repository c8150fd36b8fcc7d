package jp.tsunagaru.patient.query;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.patient.PatientId;

/**
 * Live changes of one patient for an open page. Updates are {@link PatientChange}; they carry no
 * content: the page asks again, and that is decided and recorded again. The initial answer is
 * {@link PatientChanges#NONE}.
 */
public record WatchPatient(PatientId patientId) implements PatientScoped {
  @Override
  public Right needs() {
    return Right.VIEW;
  }

  @Override
  public boolean handsOutContent() {
    return false;
  }
}
