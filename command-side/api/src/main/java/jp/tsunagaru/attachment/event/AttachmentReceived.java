package jp.tsunagaru.attachment.event;

import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.attachment.FileFacts;
import jp.tsunagaru.attachment.FileKind;
import jp.tsunagaru.attachment.StoredFile;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.kernel.Personal;
import jp.tsunagaru.patient.PatientId;

/** 受信: checked and sealed. */
public record AttachmentReceived(
    AttachmentId attachmentId,
    PatientId patientId,
    DocumentId documentId,
    FileKind kind,
    int pages,
    boolean namesAnotherPatient,
    StoredFile file,
    Personal<FileFacts> facts)
    implements AttachmentEvent {}
