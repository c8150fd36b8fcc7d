package jp.tsunagaru.audit.query;

/** How far a question of a review has come. */
public enum ReviewStage {
  ASKED,
  ANSWERED,
  WITHDRAWN,
  NO_PROBLEM,
  IMPROVE,
  INCIDENT
}
