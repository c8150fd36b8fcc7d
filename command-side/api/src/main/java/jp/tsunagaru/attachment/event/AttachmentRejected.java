package jp.tsunagaru.attachment.event;

import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** 拒否: a file was not taken (DC-06); its name is not kept. */
public record AttachmentRejected(
    AttachmentId attachmentId,
    PatientId patientId,
    DocumentId documentId,
    String reasonCode,
    long size)
    implements AttachmentEvent {}
