package jp.tsunagaru.retention;

/** What the patient wants to be deleted (PT-11). */
public enum DeletionScope {
  DOCUMENTS,
  PERIOD,
  EVERYTHING
}
