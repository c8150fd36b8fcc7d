package jp.tsunagaru.incident;

/**
 * What the city had done against a leak (第28条2). Each but the last is the event of a command that
 * really was carried out, and is named with it.
 */
public enum MeasureKind {
  ACCOUNT_DEACTIVATED,
  CREDENTIAL_REISSUED,
  SHARING_STOPPED,
  MEMBERSHIP_ENDED,
  BREAK_GLASS_DISABLED,
  DOCUMENT_DELETED,
  DOCUMENT_PURGED,
  USE_ENDED,
  CONSENT_WITHDRAWN,
  PATIENT_ERASED,
  /** Outside of this software, in words only. */
  OTHER
}
