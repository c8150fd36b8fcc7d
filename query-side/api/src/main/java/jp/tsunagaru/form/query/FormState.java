package jp.tsunagaru.form.query;

/** Where a form stands (FM-01). */
public enum FormState {
  DRAFT,
  SUBMITTED,
  APPROVED,
  SUPERSEDED,
  CANCELLED
}
