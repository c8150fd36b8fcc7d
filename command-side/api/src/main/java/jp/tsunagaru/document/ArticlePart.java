package jp.tsunagaru.document;

/** What an article holds beside its words. */
public enum ArticlePart {
  VITALS,
  MEDICINES,
  RESULTS
}
