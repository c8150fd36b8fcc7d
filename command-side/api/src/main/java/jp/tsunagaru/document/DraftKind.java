package jp.tsunagaru.document;

/** What somebody is writing. The names are stored: never rename one. */
public enum DraftKind {
  ARTICLE,
  SUPPORT
}
