package jp.tsunagaru.form;

/** Errors block confirming; warnings and notes need no justification (FM-04). */
public enum FindingLevel {
  ERROR,
  WARNING,
  NOTE
}
