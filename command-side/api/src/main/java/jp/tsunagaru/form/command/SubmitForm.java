package jp.tsunagaru.form.command;

import java.util.Optional;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** 医師に確認を依頼: the draft as it was saved waits for a physician (FM-01). */
public record SubmitForm(
    @TargetAggregateIdentifier DocumentId documentId, PatientId patientId, long expectedVersion)
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
