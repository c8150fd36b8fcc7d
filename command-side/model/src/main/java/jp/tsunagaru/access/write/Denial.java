package jp.tsunagaru.access.write;

/**
 * Why an access was not allowed. For the access history and for tests; the person who asked learns
 * "not found" only (PT-12).
 */
enum Denial {
  NO_MARKER,
  ROLE,
  OTHER_ACCOUNT,
  OTHER_FACILITY,
  NO_PATIENT,
  NO_CONSENT,
  STOPPED,
  WITHDRAWN,
  NO_MEMBERSHIP,
  EXPIRED,
  /** Use has ended: to be displayed for five years, and nothing else (第19条). */
  RETAINED,
  RIGHT_MISSING,
  DOCUMENT_HIDDEN,
  DOCUMENT_STATE,
  /** Too many tries to open a record in an emergency (TM-10). */
  TOO_OFTEN,
  /** The handler found nothing, or a finer rule of its own refused. */
  NOT_FOUND
}
