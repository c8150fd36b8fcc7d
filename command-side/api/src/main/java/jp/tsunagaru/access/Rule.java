package jp.tsunagaru.access;

/** The rules that decide about an access, in their order (第15条, 第16条). */
public enum Rule {
  /** Only users of participating facilities whose account is in use. */
  CARE_USER,
  PATIENT,
  CONSENT,
  /** Sharing is not stopped, or the message ends the stop. */
  NOT_STOPPED,
  /** The consent is not withdrawn, nor did use end while sharing was stopped. */
  NOT_WITHDRAWN,
  /** In charge by name, through a group, or in a declared emergency. */
  TEAM,
  /** From the first to the last day of the membership. */
  VALIDITY,
  /** While use goes on, anything; after its end display only, for five years (第19条). */
  RETENTION,
  RIGHT,
  DOCUMENT_OF_PATIENT,
  FILE_OF_DOCUMENT,
  DOCUMENT_STATE,
  /** The visibility that the author chose. */
  DOCUMENT_SCOPE
}
