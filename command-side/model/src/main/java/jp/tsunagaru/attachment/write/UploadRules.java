package jp.tsunagaru.attachment.write;

import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** Whether somebody may add a file to a document; refuses otherwise. */
interface UploadRules {
  void check(PatientId patientId, DocumentId documentId, Uploader uploader);
}
