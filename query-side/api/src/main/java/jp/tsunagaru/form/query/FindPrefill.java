package jp.tsunagaru.form.query;

import java.time.LocalDate;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.form.FormKind;
import jp.tsunagaru.patient.PatientId;

/**
 * With what a new form begins (FM-03, FM-06).
 *
 * @param copyPrevious whether to copy the last confirmed form of the kind (前回複写)
 */
public record FindPrefill(
    PatientId patientId, FormKind kind, LocalDate issuedOn, boolean copyPrevious)
    implements PatientScoped {
  @Override
  public Right needs() {
    return Right.FORMS;
  }
}
