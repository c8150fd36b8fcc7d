package jp.tsunagaru.document.query;

/** What stands in a timeline. */
public enum DocumentKind {
  ARTICLE,
  FORM,
  SUPPORT
}
