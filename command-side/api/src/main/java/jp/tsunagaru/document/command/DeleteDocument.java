package jp.tsunagaru.document.command;

import java.util.Optional;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Hides a document everywhere at once; it can be restored (DL-01, DL-02). */
public record DeleteDocument(
    @TargetAggregateIdentifier DocumentId documentId,
    PatientId patientId,
    DeletionReason reason,
    String note)
    implements DocumentCommand, PatientScoped {
  public DeleteDocument {
    note = Check.text("note", note, 400);
  }

  @Override
  public Right needs() {
    return Right.DELETE;
  }

  @Override
  public Optional<DocumentId> documentConcerned() {
    return Optional.of(documentId);
  }
}
