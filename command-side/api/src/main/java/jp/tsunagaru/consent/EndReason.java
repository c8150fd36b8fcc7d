package jp.tsunagaru.consent;

/** Why use ended for one patient (第19条). */
public enum EndReason {
  DEATH,
  MOVED_OUT,
  ADMITTED,
  /** 撤回; by {@code WithdrawConsent} only, which names who asked. */
  WITHDRAWAL,
  OTHER
}
