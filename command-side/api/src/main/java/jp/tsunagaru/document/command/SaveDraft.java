package jp.tsunagaru.document.command;

import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Right;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.document.DraftKind;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.Check;
import jp.tsunagaru.refusal.RefusalCode;

/**
 * Keeps what was typed, sealed, for its author alone; the newest per author and document counts.
 */
public record SaveDraft(PatientId patientId, DocumentId documentId, DraftKind kind, String draft)
    implements DocumentCommand, PatientScoped {
  public SaveDraft {
    Check.that(draft.length() <= 100_000, RefusalCode.FIELD_TOO_LONG, "text");
  }

  /** Of an article. */
  public SaveDraft(PatientId patientId, DocumentId documentId, String draft) {
    this(patientId, documentId, DraftKind.ARTICLE, draft);
  }

  @Override
  public Right needs() {
    return Right.WRITE;
  }
}
