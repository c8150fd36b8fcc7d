package jp.tsunagaru.form.event;

import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;

/** 取消. */
public record FormCancelled(DocumentId documentId, PatientId patientId, Personal<String> reason)
    implements FormEvent {}
