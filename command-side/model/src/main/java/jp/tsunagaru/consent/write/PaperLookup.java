package jp.tsunagaru.consent.write;

import java.util.Set;
import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/** What keeping a sheet needs to know of patient and files. */
interface PaperLookup {
  boolean consented(PatientId patientId);

  /** What this account uploaded for the sheet. */
  Set<AttachmentId> received(DocumentId documentId, PatientId patientId, AccountId uploader);
}
