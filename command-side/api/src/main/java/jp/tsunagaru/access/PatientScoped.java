package jp.tsunagaru.access;

import java.util.Optional;
import jp.tsunagaru.attachment.AttachmentId;
import jp.tsunagaru.document.DocumentId;
import jp.tsunagaru.patient.PatientId;

/**
 * A command or query about one patient. It is handled only when the actor holds the right {@link
 * #needs()} at that moment (第15条, 第16条); otherwise the answer is the same as for a patient that
 * does not exist.
 */
public interface PatientScoped {
  PatientId patientId();

  Right needs();

  /** The document concerned, whose own visibility then counts too (TM-04). */
  default Optional<DocumentId> documentConcerned() {
    return Optional.empty();
  }

  /** The file concerned, for the record. */
  default Optional<AttachmentId> attachmentConcerned() {
    return Optional.empty();
  }

  /** Whether it is allowed while sharing is stopped (PT-10): only what ends the stop. */
  default boolean whileStopped() {
    return false;
  }

  /** Whether a query's answer is content, which is recorded before it is handed out. */
  default boolean handsOutContent() {
    return true;
  }
}
