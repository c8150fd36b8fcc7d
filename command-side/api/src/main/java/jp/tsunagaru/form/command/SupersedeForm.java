package jp.tsunagaru.form.command;

import java.util.Optional;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 差替: a confirmed form of the same kind stands in place of this one. By a physician. Refuses {@code
 * NOT_FOUND} when the other is none of the same patient, {@code FORM_STATE} when it is not
 * confirmed.
 */
public record SupersedeForm(
    @TargetAggregateIdentifier DocumentId documentId, PatientId patientId, DocumentId by)
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
