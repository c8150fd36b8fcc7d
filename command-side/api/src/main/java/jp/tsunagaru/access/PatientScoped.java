package jp.tsunagaru.access;

import java.util.List;
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

  /**
   * Other patients whose records it touches too. The same right is needed for each of them, decided
   * and recorded one by one; without one of them it is refused as a whole.
   */
  default List<PatientId> alongside() {
    return List.of();
  }

  /** Whether it is allowed while sharing is stopped (PT-10): only what ends the stop. */
  default boolean whileStopped() {
    return false;
  }

  /**
   * Whether it is allowed after use ended or the consent was withdrawn, when all else but display
   * is over: what carries out the patient's own will (第16条2, 第19条).
   */
  default boolean afterEnd() {
    return false;
  }

  /** Whether a query's answer is content, which is recorded before it is handed out. */
  default boolean handsOutContent() {
    return true;
  }
}
