package jp.tsunagaru.audit;

/** What a reviewer concludes from an answer. */
public enum ReviewFinding {
  /** 問題なし. */
  NO_PROBLEM,
  /** 要改善. */
  IMPROVE,
  /** Reported as an incident (第28条). */
  INCIDENT
}
