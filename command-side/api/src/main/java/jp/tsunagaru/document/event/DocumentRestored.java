package jp.tsunagaru.document.event;

import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** 復元. */
public record DocumentRestored(DocumentId documentId, PatientId patientId)
    implements DocumentEvent {}
