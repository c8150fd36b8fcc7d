package jp.tsunagaru.retention.query;

/** The ways to end sharing (DL-11). */
public enum ClosingKind {
  STOP,
  END,
  WITHDRAW,
  DELETE
}
