package jp.tsunagaru.document.write;

import java.util.List;
import java.util.Set;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** The files that were received for a document. */
interface DocumentFiles {
  /** Those received for this very document of this very patient. */
  Set<AttachmentId> received(DocumentId documentId, PatientId patientId);

  /** All files ever received for the document, in the order of their ids. */
  List<AttachmentId> all(DocumentId documentId);
}
