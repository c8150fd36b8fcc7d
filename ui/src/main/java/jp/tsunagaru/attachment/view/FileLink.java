package jp.tsunagaru.attachment.view;

import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** Addresses of files; they hold ids only and give nothing to somebody without the right. */
record FileLink(PatientId patientId, DocumentId documentId, AttachmentId attachmentId) {
  String original() {
    return AttachmentFiles.PATH.substring(1) + patientId + "/" + documentId + "/" + attachmentId;
  }

  String rendition(String address) {
    return original() + "/" + address;
  }
}
