package jp.tsunagaru.form.event;

import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** 医師確認待ち. */
public record FormSubmittedForApproval(DocumentId documentId, PatientId patientId, long version)
    implements FormEvent {}
