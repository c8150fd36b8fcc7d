package jp.tsunagaru.form.query;

import java.util.Optional;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.Prints;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/**
 * A confirmed form as a file for another system (FM-07); recorded with its purpose like a print.
 * Refuses {@code FORM_STATE} before 確定 and {@code FIELD_INVALID} for a format that the kind of form
 * does not have.
 */
public record GetFormExport(
    PatientId patientId, DocumentId documentId, Format format, PrintReason reason)
    implements Prints {
  public enum Format {
    /** Every form: version and values by field code, UTF-8. */
    JSON,
    /** 主治医意見書 only: one line of 121 columns, MS932. */
    CSV
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
