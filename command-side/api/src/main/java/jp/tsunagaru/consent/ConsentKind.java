package jp.tsunagaru.consent;

/** Who signed (様式第2). */
public enum ConsentKind {
  SELF,
  PROXY
}
