package jp.tsunagaru.attachment.event;

import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** No picture; {@code reasonCode} says why. */
public record ConversionFailed(
    AttachmentId attachmentId, PatientId patientId, DocumentId documentId, String reasonCode)
    implements AttachmentEvent {}
