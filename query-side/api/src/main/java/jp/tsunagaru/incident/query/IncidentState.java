package jp.tsunagaru.incident.query;

/** How far the chain of 第28条 has come. */
public enum IncidentState {
  REPORTED,
  RECEIVED,
  INSTRUCTED,
  AT_CITY,
  MEASURED,
  CLOSED
}
