package jp.tsunagaru.audit.query;

/** Where the review of a period stands (C-09). */
public enum LogReviewState {
  /** The period is not over yet. */
  RUNNING,
  /** Over, not signed, and still in time. */
  DUE,
  OVERDUE,
  SIGNED
}
