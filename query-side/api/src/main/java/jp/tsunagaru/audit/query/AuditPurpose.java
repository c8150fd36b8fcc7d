package jp.tsunagaru.audit.query;

/** Why the access history leaves as a file. The names are stored: never rename one. */
public enum AuditPurpose {
  REVIEW,
  INCIDENT,
  DISCLOSURE,
  INSPECTION,
  /** Taken in by another system, such as the city's collection of logs. */
  SYSTEM
}
