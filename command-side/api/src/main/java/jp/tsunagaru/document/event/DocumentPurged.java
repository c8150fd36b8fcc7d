package jp.tsunagaru.document.event;

import java.util.List;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** 完全削除: the key of the document is destroyed; this event and its metadata stay (DL-08). */
public record DocumentPurged(
    DocumentId documentId,
    PatientId patientId,
    AccountId requestedBy,
    AccountId approvedBy,
    List<AttachmentId> attachments)
    implements DocumentEvent {}
