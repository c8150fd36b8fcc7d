package jp.tsunagaru.document.write;

import java.util.List;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** Files that wait for a post which nobody is writing any more. */
interface UnsentFiles {
  /**
   * Those of a document that was never posted and of which nobody has a draft, all of them received
   * at least so many days ago; none otherwise.
   */
  List<AttachmentId> overdue(DocumentId documentId, PatientId patientId, int days);
}
