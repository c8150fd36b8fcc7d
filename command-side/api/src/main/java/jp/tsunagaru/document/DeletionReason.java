package jp.tsunagaru.document;

/** Why a document was deleted (DL-01). */
public enum DeletionReason {
  WRONG_PATIENT,
  WRONG_CONTENT,
  DUPLICATE,
  PATIENT_REQUEST,
  OTHER
}
