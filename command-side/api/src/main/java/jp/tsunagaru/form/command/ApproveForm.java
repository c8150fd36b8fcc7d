package jp.tsunagaru.form.command;

import java.util.Optional;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.form.FormValues;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 確定 of a saved draft with the physician's own id. It carries what stands on the physician's
 * screen: nothing is confirmed that was not seen. Refuses {@code NOT_PHYSICIAN}, {@code
 * FORM_INCOMPLETE} with {@code field} and {@code errors} when a rule says so, {@code CONFLICT},
 * {@code FORM_STATE}.
 */
public record ApproveForm(
    @TargetAggregateIdentifier DocumentId documentId,
    PatientId patientId,
    long expectedVersion,
    FormValues values)
    implements FormCommand, PatientScoped {
  @Override
  public Right needs() {
    return Right.FORMS;
  }

  @Override
  public Optional<DocumentId> documentConcerned() {
    return Optional.of(documentId);
  }
}
