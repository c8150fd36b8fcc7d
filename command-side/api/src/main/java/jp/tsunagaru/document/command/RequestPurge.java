package jp.tsunagaru.document.command;

import java.util.Optional;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** First of two persons: asks that a deleted document be destroyed for good (DL-03). */
public record RequestPurge(@TargetAggregateIdentifier DocumentId documentId, PatientId patientId)
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
