package jp.tsunagaru.attachment.event;

import java.util.List;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.Rendition;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** 変換: pictures can be shown. */
public record AttachmentConverted(
    AttachmentId attachmentId,
    PatientId patientId,
    DocumentId documentId,
    List<Rendition> renditions)
    implements AttachmentEvent {}
