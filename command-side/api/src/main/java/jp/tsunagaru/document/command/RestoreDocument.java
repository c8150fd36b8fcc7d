package jp.tsunagaru.document.command;

import java.util.Optional;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Brings a deleted document back with its history (別紙1④ 復元). */
public record RestoreDocument(@TargetAggregateIdentifier DocumentId documentId, PatientId patientId)
    implements DocumentCommand, PatientScoped {
  @Override
  public Right needs() {
    return Right.DELETE;
  }

  @Override
  public Optional<DocumentId> documentConcerned() {
    return Optional.of(documentId);
  }
}
