package jp.tsunagaru.audit.query;

/** Where a facility stands with the attestation of its rights (C-07). */
public enum AttestationState {
  /** Not signed for the quarter, and still in time. */
  DUE,
  OVERDUE,
  DONE
}
