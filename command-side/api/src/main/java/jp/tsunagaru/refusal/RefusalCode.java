package jp.tsunagaru.refusal;

/**
 * Why something was not done. Each code has a sentence under {@code refusal.CODE} in the message
 * bundles that says what happened, what was kept and what to do.
 */
public enum RefusalCode {
  /** The thing does not exist or may not be seen: the two are never told apart (PT-12). */
  NOT_FOUND,
  NOT_SIGNED_IN,
  SIGN_IN_FAILED,
  SIGN_IN_THROTTLED,
  ONE_TIME_PASSWORD_EXPIRED,
  PASSWORD_WRONG,
  PASSWORD_TOO_WEAK,
  PASSWORD_REUSED,
  MUST_CHANGE_PASSWORD,
  MUST_PLEDGE,
  ACCOUNT_INACTIVE,
  LOGIN_ID_TAKEN,
  LOGIN_ID_SHAPE,
  /** A facility keeps at least one administrator, the city at least one operator (第7条2). */
  LAST_ADMINISTRATOR,
  /** Who answers for the users of a facility hands that over before leaving (PF-10). */
  RESPONSIBLE_ADMINISTRATOR,
  FIELD_REQUIRED,
  FIELD_TOO_LONG,
  FIELD_INVALID,
  APPLICATION_STATE,
  /** Nothing waits for this decision, something waits already, or the registration ended. */
  FACILITY_STATE,
  /** The registration does not end before the day that the facility asked for (第10条). */
  ABOLITION_TOO_EARLY,
  /** Nobody elsewhere is in charge of some patients (PF-13); parameter {@code patients}. */
  PATIENTS_LEFT,
  PAPER_FORM_MISSING,
  TERMS_OUTDATED,
  CONSENT_ALREADY_GIVEN,
  CONSENT_MISSING,
  SHARING_STATE,
  END_BEFORE_CONSENT,
  /** 撤回 is no reason of an end: it has a command of its own that names who asked. */
  END_BY_WITHDRAWAL,
  /** Use has ended: the record is kept for display only (第19条). */
  RETENTION_READ_ONLY,
  DELETION_SCOPE_EMPTY,
  DELETION_STATE,
  /** The city holds what would be destroyed (DL-10). */
  DELETION_HELD,
  NOT_DISPOSABLE,
  /** Opened already, ended, or not withdrawn any more. */
  LAWFUL_OPENING_STATE,
  HOLD_STATE,
  PROXY_GROUND_INVALID,
  /** A proxy cannot sign for a minor who was none on that day (PT-03). */
  CONSENT_OF_ADULT,
  /** The family signs for a minor, on that ground (第16条1). */
  CONSENT_OF_MINOR,
  CONFLICT,
  FUTURE_DATE,
  PAST_DATE,
  DOCUMENT_STATE,
  ATTACHMENT_UNKNOWN,
  /** The list already has a tag of that name. */
  TAG_TAKEN,
  SAME_PERSON,
  /** Two records cannot be merged, or are not merged (PT-09). */
  MERGE_STATE,
  ALREADY_MEMBER,
  UNKNOWN_ACCOUNT,
  GROUP_STATE,
  FILE_EMPTY,
  FILE_TOO_LARGE,
  FILE_TYPE,
  FILE_EXECUTABLE,
  FILE_MACRO,
  FILE_VIRUS,
  FILE_POLYGLOT,
  FILE_TRUNCATED,
  FILE_CORRUPT,
  FILE_PIXEL_BOMB,
  FILE_ZIP_BOMB,
  FILE_ENCRYPTED,
  /** The document has as many files as it may have; parameter {@code max}. */
  FILE_TOO_MANY,
  /** The person sent as much as a day allows; parameter {@code max} in megabytes. */
  FILE_QUOTA_PERSON,
  /** The facility keeps as much as it may; parameter {@code max} in megabytes. */
  FILE_QUOTA_FACILITY,
  /** The disk that keeps files is nearly full. */
  FILE_NO_SPACE,
  TOO_MANY_SEARCHES,
  /** The city has not enabled access in emergencies (TM-10). */
  BREAK_GLASS_OFF,
  BREAK_GLASS_TOO_OFTEN,
  BREAK_GLASS_STATE,
  /** Only a physician confirms, replaces or cancels an official form (FM-01). */
  NOT_PHYSICIAN,
  /** Rules block 確定; parameters {@code field}, the first of them, and {@code errors}. */
  FORM_INCOMPLETE,
  FORM_STATE,
  /** Who is asked for support cannot write about the patient: access needs a ground (第15条). */
  SUPPORT_ADDRESSEE,
  /** None of the documents of this patient that the whole team may see. */
  SUPPORT_REFERENCE,
  SUPPORT_STATE,
  INCIDENT_STATE,
  /** A step of the chain of 第28条 is missing; parameter {@code field} names it. */
  INCIDENT_STEP_MISSING,
  /** No such thing was done, or of another kind, or before the incident. */
  MEASURE_UNKNOWN,
  /** What the city decides itself at the moment; it does not say why. */
  ASK_THE_CITY,
  /**
   * The review of this period is signed, not begun, or a question of it stands otherwise (C-09).
   */
  LOG_REVIEW_STATE,
  /** Not a period to review, not over yet, or the access is not of it. */
  LOG_REVIEW_PERIOD,
  /** A question waits for its answer or its finding. */
  LOG_REVIEW_OPEN_QUESTION,
  /** Nobody judges an own access (C-09). */
  LOG_REVIEW_OWN_ACCESS,
  /** The facility has nobody who could answer. */
  LOG_REVIEW_NOBODY,
  /** The attestation of this quarter is signed (C-07). */
  ATTESTATION_SIGNED,
  /** Another quarter has begun, or this one has not. */
  ATTESTATION_QUARTER,
  /** An account may do other things now than were shown, or is stopped. */
  ATTESTATION_CHANGED,
  /** An account in use was not answered. */
  ATTESTATION_UNANSWERED,
  UNAVAILABLE
}
