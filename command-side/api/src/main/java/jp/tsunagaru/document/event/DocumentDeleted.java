package jp.tsunagaru.document.event;

import jp.tsunagaru.document.DeletionReason;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;

/** 論理削除. */
public record DocumentDeleted(
    DocumentId documentId, PatientId patientId, DeletionReason reason, Personal<String> note)
    implements DocumentEvent {}
