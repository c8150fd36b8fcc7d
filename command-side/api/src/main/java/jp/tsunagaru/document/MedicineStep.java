package jp.tsunagaru.document;

/** What an article says of a medicine. */
public enum MedicineStep {
  START,
  CHANGE,
  STOP
}
