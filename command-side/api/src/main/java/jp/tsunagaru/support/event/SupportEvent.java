package jp.tsunagaru.support.event;

import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** Table of contents of the events of this feature. Each makes a version of the document. */
public sealed interface SupportEvent
    permits SupportRequested, SupportAnswered, SupportDeclined, SupportDecided, SupportWithdrawn {
  DocumentId documentId();

  PatientId patientId();

  long version();
}
