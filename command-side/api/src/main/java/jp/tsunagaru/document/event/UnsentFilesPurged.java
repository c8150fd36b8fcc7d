package jp.tsunagaru.document.event;

import java.util.List;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** The files of a post that was never sent are gone for good. */
public record UnsentFilesPurged(
    DocumentId documentId, PatientId patientId, List<AttachmentId> attachments)
    implements DocumentEvent {}
