package jp.tsunagaru.audit.query;

/** Hints for the eye of an auditor, computed by fixed rules; none of them is a verdict (M5). */
public enum AccessMark {
  REFUSED,
  BREAK_GLASS,
  /** Looked for by name, or asked for, by somebody who was not in the team. */
  NOT_IN_TEAM,
  SAME_SURNAME,
  /** Many patients in a short time. */
  MANY,
  AFTER_HOURS
}
