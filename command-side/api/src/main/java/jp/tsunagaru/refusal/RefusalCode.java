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
  FIELD_REQUIRED,
  FIELD_TOO_LONG,
  FIELD_INVALID,
  APPLICATION_STATE,
  PAPER_FORM_MISSING,
  TERMS_OUTDATED,
  CONSENT_ALREADY_GIVEN,
  CONSENT_MISSING,
  SHARING_STATE,
  PROXY_GROUND_INVALID,
  CONFLICT,
  FUTURE_DATE,
  DOCUMENT_STATE,
  ATTACHMENT_UNKNOWN,
  SAME_PERSON,
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
  UNAVAILABLE
}
