package jp.tsunagaru.audit;

/** What the administrator says of an account and its rights (C-07). */
public enum AttestationVerdict {
  NEEDED,
  /** 要是正: nobody needs the account any more. */
  STOP_ACCOUNT,
  /** 要是正: needed, but with too many rights. */
  REDUCE_RIGHTS
}
