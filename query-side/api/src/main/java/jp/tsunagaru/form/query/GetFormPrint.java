package jp.tsunagaru.form.query;

import java.util.Optional;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/**
 * One form as PDF on its official sheet; recorded as a print (DC-09). Refuses {@code NOT_FOUND} for
 * drafts of others without the right.
 */
public record GetFormPrint(PatientId patientId, DocumentId documentId) implements PatientScoped {
  @Override
  public Right needs() {
    return Right.VIEW;
  }

  @Override
  public Optional<DocumentId> documentConcerned() {
    return Optional.of(documentId);
  }
}
