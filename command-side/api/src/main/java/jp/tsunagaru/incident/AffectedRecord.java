package jp.tsunagaru.incident;

import java.util.Optional;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * A record that an incident touches.
 *
 * @param documentId null for the patient's record as a whole
 */
public record AffectedRecord(PatientId patientId, @Nullable DocumentId documentId) {
  public Optional<DocumentId> document() {
    return Optional.ofNullable(documentId);
  }
}
