package jp.tsunagaru.account.query;

/** States of an account (domain.md §1.2). */
public enum AccountState {
  /** One-time password not replaced or pledge not made yet. */
  ISSUED,
  ACTIVE,
  DEACTIVATED
}
