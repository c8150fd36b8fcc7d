package jp.tsunagaru.consent.event;

import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** The sheet did not belong there; its files open for nobody. */
public record ConsentPaperRemoved(DocumentId documentId, PatientId patientId, String reasonCode)
    implements ConsentEvent {}
