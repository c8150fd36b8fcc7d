package jp.tsunagaru.form.query;

import java.util.Optional;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.Prints;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/**
 * One form as PDF on its official sheet (DC-09, FM-05). Refuses {@code NOT_FOUND} for drafts of
 * others without the right.
 *
 * @param eachAddressee one sheet for each of the two stations, the other one listed on it (FM-09);
 *     a form with one addressee has one sheet all the same
 */
public record GetFormPrint(
    PatientId patientId, DocumentId documentId, boolean eachAddressee, PrintReason reason)
    implements Prints {
  @Override
  public Optional<DocumentId> documentConcerned() {
    return Optional.of(documentId);
  }
}
