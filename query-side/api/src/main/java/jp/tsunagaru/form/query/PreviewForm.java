package jp.tsunagaru.form.query;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.patient.PatientId;

/**
 * How what stands on the screen would look on the official sheet (FM-05). Nothing stored is in the
 * answer, only what the message says; so it is no view of the patient's records. Refuses {@code
 * FIELD_INVALID} for what no field of that version of the sheet can say.
 */
public record PreviewForm(PatientId patientId, String formVersion, FormValues values)
    implements PatientScoped {
  @Override
  public Right needs() {
    return Right.FORMS;
  }

  @Override
  public boolean handsOutContent() {
    return false;
  }
}
