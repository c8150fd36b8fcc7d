package jp.tsunagaru.facility.query;

/** States of an application (domain.md §1.1). */
public enum ApplicationState {
  WAITING_FOR_PAPER,
  UNDER_REVIEW,
  RETURNED,
  REJECTED,
  APPROVED
}
