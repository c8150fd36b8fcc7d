package jp.tsunagaru.document.write;

import java.util.HashSet;
import java.util.List;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;
import jp.tsunagaru.refusal.RefusalCode;
import jp.tsunagaru.refusal.Refused;

/**
 * A document names files that were received for itself only: another's file would open under other
 * rights than its own (DC-07).
 */
final class OwnFiles {
  private OwnFiles() {}

  static void check(
      List<AttachmentId> named, DocumentId documentId, PatientId patientId, DocumentFiles files) {
    boolean known =
        named.isEmpty()
            || new HashSet<>(named).size() == named.size()
                && files.received(documentId, patientId).containsAll(named);
    if (!known) {
      throw new Refused(RefusalCode.ATTACHMENT_UNKNOWN);
    }
  }
}
