package jp.tsunagaru.document.query;

import java.util.Optional;
import jp.tsunagaru.access.PrintReason;
import jp.tsunagaru.access.Prints;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** 文書印刷 (DC-09) of one article in its newest version. */
public record PrintArticle(PatientId patientId, DocumentId documentId, PrintReason reason)
    implements Prints {
  @Override
  public Optional<DocumentId> documentConcerned() {
    return Optional.of(documentId);
  }
}
