package jp.tsunagaru.form.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 下書き, by anybody with the right (代行入力, FM-01); incomplete is allowed. Makes version {@code
 * expectedVersion} + 1, and takes a form back that waits for a physician. Refuses {@code CONFLICT}
 * with {@code version} when another version is the newest, {@code FORM_STATE} after 確定, {@code
 * FIELD_INVALID} for what no field of that version of the sheet can say.
 *
 * @param formVersion such as {@code HK16-2024}
 * @param expectedVersion 0 for a new form
 */
public record DraftForm(
    @TargetAggregateIdentifier DocumentId documentId,
    PatientId patientId,
    long expectedVersion,
    String formVersion,
    FormValues values)
    implements FormCommand, PatientScoped {
  @Override
  public Right needs() {
    return Right.FORMS;
  }
}
