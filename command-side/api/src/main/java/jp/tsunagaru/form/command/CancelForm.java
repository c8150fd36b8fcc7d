package jp.tsunagaru.form.command;

import java.util.Optional;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * 取消: a confirmed form by a physician, who says why; a draft by whoever may change it. Refuses
 * {@code FIELD_REQUIRED} for a confirmed form without a reason.
 */
public record CancelForm(
    @TargetAggregateIdentifier DocumentId documentId, PatientId patientId, String reason)
    implements FormCommand, PatientScoped {
  public CancelForm {
    reason = Check.text("reason", reason, 200);
  }

  @Override
  public Right needs() {
    return Right.FORMS;
  }

  @Override
  public Optional<DocumentId> documentConcerned() {
    return Optional.of(documentId);
  }
}
