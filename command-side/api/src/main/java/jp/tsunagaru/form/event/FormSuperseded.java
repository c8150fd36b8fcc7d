package jp.tsunagaru.form.event;

import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** 差替. */
public record FormSuperseded(DocumentId documentId, PatientId patientId, DocumentId by)
    implements FormEvent {}
