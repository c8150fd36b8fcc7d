package jp.tsunagaru.access.write;

import java.time.Instant;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Origin;

/** What the rules look at, as it is at a moment. */
interface AccessFacts {
  TeamFacts team(Origin origin, PatientScoped message, Instant at);

  DocumentFacts document(Origin origin, PatientScoped message, DocumentId document, Instant at);
}
